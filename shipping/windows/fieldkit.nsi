; The installer of Windows: for the user who runs it, without the rights of an administrator.
;   makensis -DVERSION=1.2.3 -DPROGRAM=dist\fieldkit -DICON=build\fieldkit.ico -DOUT=dist\FieldKit-1.2.3-setup.exe fieldkit.nsi

Unicode true
!include "MUI2.nsh"

!ifndef VERSION | PROGRAM | ICON | OUT
  !error "VERSION, PROGRAM, ICON and OUT must be given"
!endif

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\FieldKit"

Name "FieldKit"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\FieldKit"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "FieldKit"
VIAddVersionKey "FileDescription" "FieldKit"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\fieldkit.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(STAYS)"
!define MUI_UNFINISHPAGE_NOAUTOCLOSE

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"

LangString STAYS ${LANG_INDONESIAN} "Programnya dihapus. Data laptop ini tetap tinggal, terkunci, di $LOCALAPPDATA\FieldKit: pekerjaan yang belum terkirim tidak hilang. Kembalikan laptop ke kantor kalau datanya harus dihapus."
LangString STAYS ${LANG_ENGLISH} "The program is removed. The data of this laptop stay, locked, in $LOCALAPPDATA\FieldKit: work that was not sent yet is not lost. Take the laptop back to the office if its data have to be erased."
LangString RUNNING ${LANG_INDONESIAN} "FieldKit sedang terbuka. Yang sudah disimpan aman. Tutup dulu jendelanya, lalu coba lagi."
LangString RUNNING ${LANG_ENGLISH} "FieldKit is open. What was saved is safe. Close its window first, then try again."

; A program that runs holds its own file: it can not be opened for writing.
!macro STOP_WHILE_RUNNING
  again_${__FUNCTION__}:
  IfFileExists "$INSTDIR\fieldkit.exe" 0 free_${__FUNCTION__}
  ClearErrors
  FileOpen $0 "$INSTDIR\fieldkit.exe" a
  IfErrors 0 close_${__FUNCTION__}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again_${__FUNCTION__}
  Abort
  close_${__FUNCTION__}:
  FileClose $0
  free_${__FUNCTION__}:
!macroend

Function stop_while_running
  !insertmacro STOP_WHILE_RUNNING
FunctionEnd

Function un.stop_while_running
  !insertmacro STOP_WHILE_RUNNING
FunctionEnd

Section "FieldKit"
  Call stop_while_running
  ; Of an earlier version nothing is left between the files of this one; data never lie here.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\FieldKit.lnk" "$INSTDIR\fieldkit.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "FieldKit"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "FieldKit"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\fieldkit.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.stop_while_running
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\fieldkit.exe"
  Delete "$INSTDIR\fieldkit-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when it is empty: whatever somebody put there is theirs.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\FieldKit.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
