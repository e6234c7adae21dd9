<#
.SYNOPSIS
    Times how long the module takes until it is there, and until it gives its first result.
.DESCRIPTION
    Writes milliseconds: of Import-Module, of the first Get-DicomTag on a file, of the second one.
.PARAMETER Path
    The file.
#>
param(
    [Parameter(Mandatory)]
    [string] $Path
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module (Join-Path (Split-Path $PSScriptRoot) 'PSDicom.psd1')
$import = $watch.Elapsed.TotalMilliseconds

$times = foreach ($call in 1, 2) {
    $watch.Restart()
    if (@(Get-DicomTag -LiteralPath $Path).Count -eq 0) {
        throw "There are no tags in $Path."
    }
    $watch.Elapsed.TotalMilliseconds
}
[string]::Format([cultureinfo]::InvariantCulture, '{0:F1} {1:F1} {2:F1}', $import, $times[0], $times[1])
