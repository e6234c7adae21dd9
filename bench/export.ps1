<#
.SYNOPSIS
    Times the export of all frames of files as PNG.
.DESCRIPTION
    Imports the module, exports as many times as asked, and writes the seconds of each time, and those of the processor. Start-up is not in
    them.
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

$process = [Diagnostics.Process]::GetCurrentProcess()

for ($pass = 0; $pass -lt $Passes; $pass++) {
    $process.Refresh()
    $processor = $process.TotalProcessorTime.TotalSeconds
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $null = Export-DicomFrame -LiteralPath $Path -Recurse:$recurse -Destination $Destination -Window 1 -ThrottleLimit $ThrottleLimit -Force
    $elapsed = $watch.Elapsed.TotalSeconds
    $process.Refresh()
    [string]::Format([cultureinfo]::InvariantCulture, '{0:F3} {1:F3}', $elapsed, $process.TotalProcessorTime.TotalSeconds - $processor)
}
