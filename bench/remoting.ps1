<#
.SYNOPSIS
    Times four tags of all files of folders, read in sessions over SSH to this machine and exported here.
.DESCRIPTION
    Starts an SSH server of its own, opens the sessions, imports the module in them, reads and exports as many times as asked, and writes for each
    time the seconds, and the most memory that this process and the largest of the sessions' have held, in MB. Start-up is not in the seconds.
.PARAMETER Folder
    The folders. The sessions share them out.
.PARAMETER Csv
    The file to write.
.PARAMETER Sessions
    How many sessions. 0: none, the files are read in this process.
.PARAMETER Times
    How often each folder is read in one go.
.PARAMETER There
    Each session writes a table of its own, and nothing comes here.
.PARAMETER Passes
    How often to do it all.
#>
param(
    [Parameter(Mandatory)]
    [string[]] $Folder,

    [Parameter(Mandatory)]
    [string] $Csv,

    [int] $Sessions = 1,

    [int] $Times = 1,

    [switch] $There,

    [int] $Passes = 1
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. (Join-Path (Split-Path $PSScriptRoot) tests/Pester/SshServer.ps1)
$module = Join-Path (Split-Path $PSScriptRoot) PSDicom.psd1
Import-Module $module

function Get-PeakMemory([int] $Id) {
    [int] ([long] ((Get-Content "/proc/$Id/status" | Select-String VmHWM) -replace '\D') / 1024)
}

$server = $null
$settings = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
try {
    $opened, $ids = @(), @()
    if ($Sessions) {
        $server = Start-SshServer $settings
        $to = $server.Parameter
        $opened = @(New-PSSession -HostName (1..$Sessions | ForEach-Object { "fs$_" }) @to)
        $ids = foreach ($session in $opened) {
            $number = [array]::IndexOf($opened, $session)
            $part = @(0..($Folder.Count - 1) | Where-Object { $_ % $Sessions -eq $number } | ForEach-Object { $Folder[$_] }) * $Times
            Invoke-Command $session {
                Import-Module $using:module
                $part = $using:part
                $table = "$using:Csv.$PID"
                $PID
            }
        }
    }

    for ($pass = 0; $pass -lt $Passes; $pass++) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        if (-not $Sessions) {
            Get-DicomFile -LiteralPath ($Folder * $Times) -Recurse -Tag PatientID, Modality, StudyDate, SeriesInstanceUID | Export-Csv $Csv
        }
        elseif ($There) {
            Invoke-Command $opened {
                Get-DicomFile -LiteralPath $part -Recurse -Tag PatientID, Modality, StudyDate, SeriesInstanceUID | Export-Csv $table
            }
        }
        else {
            Invoke-Command $opened {
                Get-DicomFile -LiteralPath $part -Recurse -Tag PatientID, Modality, StudyDate, SeriesInstanceUID
            } | Export-Csv $Csv
        }
        $seconds = $watch.Elapsed.TotalSeconds.ToString('F3', [cultureinfo]::InvariantCulture)
        $peak = if ($ids) { ($ids | ForEach-Object { Get-PeakMemory $_ } | Measure-Object -Maximum).Maximum } else { '-' }
        "$seconds $(Get-PeakMemory $PID) $peak"
    }
}
finally {
    Stop-SshServer $server
    Remove-Item $settings -Recurse -Force -ErrorAction Ignore
}
