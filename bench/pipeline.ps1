<#
.SYNOPSIS
    Times a pipeline that reads header tags of all files of folders and exports them.
.DESCRIPTION
    Imports the module, runs the pipeline as many times as asked, and writes the seconds of each time. Start-up is not in them.
.PARAMETER Command
    Get-DicomTag: a row for each tag. Get-DicomFile: a row for each file, with four columns.
.PARAMETER Folder
    The folders. One that is named twice is read twice.
.PARAMETER Csv
    The file to write.
.PARAMETER All
    Reads all tags, those in sequences too, and not four.
.PARAMETER Passes
    How often to run it.
#>
param(
    [Parameter(Mandatory)]
    [ValidateSet('Get-DicomTag', 'Get-DicomFile')]
    [string] $Command,

    [Parameter(Mandatory)]
    [string[]] $Folder,

    [Parameter(Mandatory)]
    [string] $Csv,

    [switch] $All,

    [int] $Passes = 1
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path (Split-Path $PSScriptRoot) 'PSDicom.psd1')
$tags = 'PatientID', 'Modality', 'StudyDate', 'SeriesInstanceUID'
$what = if (-not $All) { @{ Tag = $tags } } elseif ($Command -eq 'Get-DicomTag') { @{ Nested = $true } } else { @{} }

for ($pass = 0; $pass -lt $Passes; $pass++) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    if ($Command -eq 'Get-DicomTag') {
        Get-DicomTag -LiteralPath $Folder -Recurse @what | Export-Csv $Csv
    }
    else {
        Get-DicomFile -LiteralPath $Folder -Recurse @what | Select-Object (@('FullName') + $tags) | Export-Csv $Csv
    }
    $watch.Elapsed.TotalSeconds.ToString('F3', [cultureinfo]::InvariantCulture)
}
