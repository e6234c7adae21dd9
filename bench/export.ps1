<#
.SYNOPSIS
    Times the export of all frames of files as PNG.
.DESCRIPTION
    Imports the module, exports as many times as asked, and writes the seconds of each time. Start-up is not in them.
.PARAMETER Path
    A file or a folder.
.PARAMETER Destination
    The folder to write to.
.PARAMETER ThrottleLimit
    How many threads.
.PARAMETER Passes
    How often to run it.
#>
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string] $Destination,

    [int] $ThrottleLimit = 1,

    [int] $Passes = 1
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path (Split-Path $PSScriptRoot) 'PSDicom.psd1')
$recurse = Test-Path -LiteralPath $Path -PathType Container

for ($pass = 0; $pass -lt $Passes; $pass++) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $null = Export-DicomFrame -LiteralPath $Path -Recurse:$recurse -Destination $Destination -Window 1 -ThrottleLimit $ThrottleLimit -Force
    $watch.Elapsed.TotalSeconds.ToString('F3', [cultureinfo]::InvariantCulture)
}
