; The set-up for one computer: per user or per machine, Chinese and English, /S for silence (/AllUsers, /CurrentUser, /D=folder).
; `installer/nsis.py` writes facts.nsh, install.nsh and uninstall.nsh beside it, from the tree that is installed.
Unicode true
Target amd64-unicode ; the 32-bit one installs nothing where there is no 32-bit Windows
!include "facts.nsh"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "rmdesk"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\rmdesk"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\rmdesk"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\rmdesk"

!include "MUI2.nsh"
!include "MultiUser.nsh"
!include "LogicLib.nsh"

Name "${TITLE}"
OutFile "${OUT}"
BrandingText "${PRODUCT} ${VERSION}"
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey "ProductName" "${PRODUCT}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${TITLE}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}, Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString OPEN ${LANG_SIMPCHINESE} "客户经理工作台正在运行。请先关闭它，再重新安装。什么都没有改动。"
LangString OPEN ${LANG_ENGLISH} "rmdesk is open. Close it, then start this again. Nothing was changed."
LangString BY_MSI ${LANG_SIMPCHINESE} "这台电脑上的客户经理工作台是由管理员统一安装的，请联系管理员升级。什么都没有改动。"
LangString BY_MSI ${LANG_ENGLISH} "rmdesk was installed on this computer by its administrators, who bring newer versions too. Nothing was changed."

!macro GIVE_UP TEXT CODE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A program that runs holds its file: nothing is changed then, neither by the set-up nor by its removal.
!macro REFUSE_WHILE_OPEN FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro GIVE_UP "$(OPEN)" 3
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  !insertmacro MULTIUSER_INIT
  ReadRegStr $0 HKLM "Software\rmdesk" "Msi"
  ${If} $0 != ""
    !insertmacro GIVE_UP "$(BY_MSI)" 4
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section
  !insertmacro REFUSE_WHILE_OPEN "${PROGRAM}"
  !insertmacro REFUSE_WHILE_OPEN "${CONSOLE}"
  ; The former version takes its files away itself; the vault and the policies of the computer stay.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode _?=$INSTDIR'
  ${EndIf}
  !include "install.nsh"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "Software\rmdesk" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_OPEN "${PROGRAM}"
  !insertmacro REFUSE_WHILE_OPEN "${CONSOLE}"
  !include "uninstall.nsh"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "Software\rmdesk"
SectionEnd
