<#
.SYNOPSIS
    Times the first use of a codec or a writer in a shell, and the later ones.
.DESCRIPTION
    Imports the module, reads the header of the file, then does one thing again and again. Writes milliseconds: of the first time by the
    clock and of the processors, and medians of the last fifth of the times, by which the runtime has compiled what is used.
.PARAMETER Path
    The file.
.PARAMETER Format
    Exports the frame in this format. Without it, the frame is decoded.
.PARAMETER Destination
    The folder to export to.
.PARAMETER Seconds
    How long to go on.
#>
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string] $Format,

    [string] $Destination,

    [double] $Seconds = 4
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path (Split-Path $PSScriptRoot) 'PSDicom.psd1')
$null = Get-DicomTag -LiteralPath $Path -Tag PatientID

$process = [Diagnostics.Process]::GetCurrentProcess()
$clock, $processor = [Collections.Generic.List[double]]::new(), [Collections.Generic.List[double]]::new()
$total = [Diagnostics.Stopwatch]::StartNew()
while ($clock.Count -lt 15 -or $total.Elapsed.TotalSeconds -lt $Seconds) {
    $process.Refresh()
    $before = $process.TotalProcessorTime.TotalMilliseconds
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $null = if ($Format) { Export-DicomFrame -LiteralPath $Path -Destination $Destination -Format $Format -Force } else { Get-DicomFrame -LiteralPath $Path }
    $clock.Add($watch.Elapsed.TotalMilliseconds)
    $process.Refresh()
    $processor.Add($process.TotalProcessorTime.TotalMilliseconds - $before)
}

# The median of the last fifth.
function Get-Warm([double[]] $Times) {
    $last = @($Times | Select-Object -Last ([int][Math]::Ceiling($Times.Count / 5)) | Sort-Object)
    $last[[int][Math]::Floor($last.Count / 2)]
}

[string]::Format(
    [cultureinfo]::InvariantCulture, '{0:F1} {1:F1} {2:F1} {3:F1}', $clock[0], $processor[0], (Get-Warm $clock), (Get-Warm $processor))
