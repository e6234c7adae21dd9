<#
.SYNOPSIS
    Builds the PSDicom module; optionally tests it and packs it for the PowerShell Gallery.
.DESCRIPTION
    Needs the .NET SDK 8 or later. After it, Import-Module ./PSDicom.psd1 works in PowerShell 7 and in Windows PowerShell 5.1.
    Builds only the module, for both frameworks, to PSDicom/bin; dotnet build is for changes to the source. Stops at the first command that
    fails, with its exit code.
.PARAMETER Test
    Runs all tests after the build; they are built separately from the module.
.PARAMETER Package
    Makes artifacts/PSDicom, a folder ready for Publish-PSResource -Path or Publish-Module -Path, and validates its manifest.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Test -Package
#>
[CmdletBinding()]
param(
    [switch] $Test,

    [switch] $Package
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    Write-Host "dotnet $args"
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        Write-Host "dotnet $($args[0]) failed." -ForegroundColor Red
        exit $LASTEXITCODE
    }
}

function Copy-ShippedFile([string] $Folder, [string] $Filter, [string] $Destination) {
    $files = @(Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot $Folder) -Filter $Filter -File)
    if ($files.Count -eq 0) {
        throw "No $Filter found in $Folder to pack."
    }
    $target = New-Item -ItemType Directory -Path (Join-Path $Destination $Folder) -Force
    $files | Copy-Item -Destination $target.FullName
}

# The files that a page links to, so that its links and pictures also work in the package.
function Copy-LinkedFile([string] $Page, [string] $Destination) {
    $text = Get-Content -LiteralPath (Join-Path $PSScriptRoot $Page) -Raw -Encoding UTF8
    foreach ($link in [regex]::Matches($text, '\]\((?!\w+:|#)([^)#]+)').ForEach({ $_.Groups[1].Value }) | Select-Object -Unique) {
        $target = Join-Path $Destination $link
        if (Test-Path -LiteralPath $target) { continue }
        $null = New-Item -ItemType Directory -Path (Split-Path $target) -Force
        Copy-Item -LiteralPath (Join-Path $PSScriptRoot $link) -Destination $target
    }
}

# The shipped files: the manifest, the files it names, the notices and pages, the help, and the loaded assemblies of each framework's build.
function New-ModulePackage([string] $Destination) {
    if (Test-Path -LiteralPath $Destination) {
        Remove-Item -LiteralPath $Destination -Recurse -Force
    }
    $null = New-Item -ItemType Directory -Path $Destination

    foreach ($file in 'PSDicom.psd1', 'README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.txt') {
        Copy-Item -LiteralPath (Join-Path $PSScriptRoot $file) -Destination $Destination
    }
    Copy-LinkedFile README.md $Destination
    Copy-ShippedFile en-US '*.help.txt' $Destination
    Copy-ShippedFile en-US '*-Help.xml' $Destination
    Copy-ShippedFile PSDicom '*.ps*' $Destination
    Copy-ShippedFile PSDicom/bin/net8.0 '*.dll' $Destination
    Copy-ShippedFile PSDicom/bin/netstandard2.0 '*.dll' $Destination
    Copy-ShippedFile PSDicom/bin/net8.0/webp '*.dll' $Destination
    Copy-ShippedFile PSDicom/bin/netstandard2.0/webp '*.dll' $Destination

    $manifest = Test-ModuleManifest -Path (Join-Path $Destination 'PSDicom.psd1')
    Write-Host "PSDicom $($manifest.Version) is in $Destination"
}

Push-Location -LiteralPath $PSScriptRoot
try {
    # dotnet build runs the analyzers.
    Invoke-DotNet build src/PSDicom --configuration Release '-p:RunAnalyzers=false'
    if ($Test) {
        Invoke-DotNet test PSDicom.sln
    }
    if ($Package) {
        New-ModulePackage (Join-Path (Join-Path $PSScriptRoot 'artifacts') 'PSDicom')
    }
}
finally {
    Pop-Location
}
