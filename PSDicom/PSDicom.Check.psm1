# Runs before anything of the module is loaded, and says what the errors of PowerShell would leave open. It adds to the time of every import:
# no cmdlet, which would load a module of PowerShell, no search for a type, which goes through all assemblies, and one call.

$file = if ($PSEdition -eq 'Core') { "$PSScriptRoot/bin/net8.0/PSDicom.Core.dll" } else { "$PSScriptRoot/bin/netstandard2.0/PSDicom.Core.dll" }
if (-not [System.IO.File]::Exists($file)) {
    $folder = [System.IO.Path]::GetDirectoryName($PSScriptRoot)
    throw "PSDicom is not built: there is no '$file'. Run build.ps1 in '$folder', then import it again."
}
# Assemblies stay loaded when a module is removed. So does this variable.
if ($global:PSDicomFolder -and $global:PSDicomFolder -ne $PSScriptRoot) {
    throw "This session has another copy of PSDicom, '$global:PSDicomFolder', and can have one only. Start a new session to import '$PSScriptRoot'."
}
$global:PSDicomFolder = $PSScriptRoot
