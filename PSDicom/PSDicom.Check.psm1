# Runs before the module is loaded, and explains errors that PowerShell would not. It adds to the time of every import, so it
# has no cmdlet, which would load a PowerShell module, no type lookup, which searches all assemblies, and one call only.

$file = if ($PSEdition -eq 'Core') { "$PSScriptRoot/bin/net8.0/PSDicom.Core.dll" } else { "$PSScriptRoot/bin/netstandard2.0/PSDicom.Core.dll" }
if (-not [System.IO.File]::Exists($file)) {
    $folder = [System.IO.Path]::GetDirectoryName($PSScriptRoot)
    throw "PSDicom is not built: '$file' does not exist. Run build.ps1 in '$folder', then import the module again."
}
# Assemblies stay loaded when a module is removed. So does this variable.
if ($global:PSDicomFolder -and $global:PSDicomFolder -ne $PSScriptRoot) {
    throw "This session already has another copy of PSDicom, '$global:PSDicomFolder'. Start a new session to import '$PSScriptRoot'."
}
$global:PSDicomFolder = $PSScriptRoot
