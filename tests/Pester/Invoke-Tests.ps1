<#
.SYNOPSIS
    Runs the Pester tests in the PowerShell that it is started with. Exits with the number of tests that failed.
.PARAMETER Path
    Test files or folders; without it, every file beside this script.
.PARAMETER Pester
    The manifest of the Pester to run them with; without it, one that is installed.
.EXAMPLE
    pwsh -NoProfile -File tests/Pester/Invoke-Tests.ps1
.EXAMPLE
    powershell -NoProfile -ExecutionPolicy Bypass -File tests/Pester/Invoke-Tests.ps1 -Path tests/Pester/Help.Tests.ps1
#>
[CmdletBinding()]
param(
    [string[]] $Path = $PSScriptRoot,

    [string] $Pester = 'Pester'
)

$ErrorActionPreference = 'Stop'
# Windows includes Pester 3, which has another syntax.
Import-Module $Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true

$run = Invoke-Pester -Configuration $configuration
# A file that could not be run at all counts as well.
exit ($run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount)
