<#
.SYNOPSIS
    Times how long a folder takes to become series, or volumes.
.DESCRIPTION
    Imports the module, runs the pipeline as many times as asked, and writes the seconds of the last time. Start-up is not in them.
.PARAMETER What
    Headers: whole headers with Get-DicomFile, to compare with. Series: Get-DicomSeries. Volume: Export-DicomVolume to NIfTI.
.PARAMETER Folder
    The folder.
.PARAMETER Destination
    The folder for the volumes.
.PARAMETER Passes
    How often to run it.
#>
param(
    [Parameter(Mandatory)]
    [ValidateSet('Headers', 'Series', 'Volume')]
    [string] $What,

    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string] $Destination,

    [int] $Passes = 1
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path (Split-Path $PSScriptRoot) 'PSDicom.psd1')

for ($pass = 0; $pass -lt $Passes; $pass++) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    switch ($What) {
        'Headers' { Get-DicomFile $Folder -Recurse | Out-Null }
        'Series' { Get-DicomSeries $Folder -Recurse | Out-Null }
        'Volume' { Export-DicomVolume $Folder -Recurse -Destination $Destination -Format Nifti -Force | Out-Null }
    }
    $seconds = $watch.Elapsed.TotalSeconds
}
[string]::Format([cultureinfo]::InvariantCulture, '{0:f4}', $seconds)
