/* Stands in for Windows' bcryptprimitives.dll under wine, in tests alone: random bytes come from advapi32. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL ProcessPrng(BYTE *bytes, SIZE_T count)
{
    while (count) {
        ULONG now = count > 1 << 20 ? 1 << 20 : (ULONG)count;
        if (!RtlGenRandom(bytes, now)) return FALSE;
        bytes += now;
        count -= now;
    }
    return TRUE;
}
