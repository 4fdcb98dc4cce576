<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CrashDialog</name>
    <message>
        <source>An error in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step did not work because of an error in the program. What was saved before is safe.

You can carry on. If it happens again, close the program, start it again and give the details below to the people who look after it. They hold no customer data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Relationship manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lobby manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read contacts, plans and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record contacts, plans and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree plans, countersign logs, approve promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a masked field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter survey answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare and evaluate surveys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign survey reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large withdrawals and their reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set goals, rules and thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change technical settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage staff, roles and passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make and restore backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the vault&apos;s master key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from the recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good from the recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own and covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not one&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lobby card only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assists the assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reads the day&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of own people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together with an administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together with a branch head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in a demonstration vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault brought up to this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older state of the vault accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened on a new computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in by the Windows session set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in by the Windows session removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile number of a person set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person enabled again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own password changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked field shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting of the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What relationship managers are called here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds without use until the window locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in by the Windows session allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration vault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Printed by {name}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault {vault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When nobody can sign in any more, this code opens the vault once, on any computer: in the sign-in window choose &apos;Use recovery code&apos; and type it. Capitals, spaces and hyphens do not matter. A new code is made at once; this sheet is then worthless and should be destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it like a key to the strong room: sealed, away from the computer, known to two people. Whoever holds this sheet and a copy of the vault can read everything in it. Nobody, not even the makers of the program, can open the vault without a password or this code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
