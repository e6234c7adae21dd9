# The manifest matches the build.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $manifest = Test-ModuleManifest -Path (Join-Path $root 'PSDicom.psd1') -ErrorAction Stop
    $module = Import-Module (Join-Path $root 'PSDicom.psd1') -Force -PassThru
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')
}

Describe 'PSDicom.psd1' {
    It 'loads the build for this edition' {
        $framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
        $module.Path | Should -Be (Join-Path $root "PSDicom/bin/$framework/PSDicom.dll" | Resolve-Path).Path
    }

    It 'names every cmdlet of the assembly, and no other' {
        $assembly = [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'PSDicom' }
        $cmdlets = foreach ($type in $assembly.GetExportedTypes()) {
            foreach ($attribute in $type.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)) {
                "$($attribute.VerbName)-$($attribute.NounName)"
            }
        }
        $manifest.ExportedCmdlets.Keys | Sort-Object | Should -Be ($cmdlets | Sort-Object)
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($cmdlets | Sort-Object)
    }

    It 'exports nothing else' {
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }

    It 'brings no assembly but its own to PowerShell 7' {
        $files = Get-ChildItem -LiteralPath (Join-Path $root 'PSDicom/bin/net8.0') -Filter *.dll
        $files.Name | Should -BeIn 'PSDicom.dll', 'PSDicom.Core.dll'
    }

    It 'brings what writes WebP in a folder of its own, and its license' {
        foreach ($framework in 'net8.0', 'netstandard2.0') {
            $files = Get-ChildItem -LiteralPath (Join-Path $root "PSDicom/bin/$framework/webp") -Filter *.dll
            $files.Name | Should -Contain 'SixLabors.ImageSharp.dll'
            $files.Name | Should -Contain 'PSDicom.WebP.dll'
        }
        Get-Content -Raw -LiteralPath (Join-Path $root 'THIRD-PARTY-NOTICES.txt') | Should -Match 'SixLabors.ImageSharp.dll, version 2\.1\.13[\s\S]*Apache License'
    }

    It 'brings no assembly of PowerShell' {
        Get-ChildItem -LiteralPath (Join-Path $root 'PSDicom/bin') -Filter System.Management.Automation.dll -Recurse |
            Should -BeNullOrEmpty
    }

    It 'has the version of the assemblies' {
        $props = [xml] (Get-Content -LiteralPath (Join-Path $root 'Directory.Build.props') -Raw)
        $manifest.Version | Should -Be ([version] $props.Project.PropertyGroup.Version)
    }
}

Describe 'Importing the module' {
    BeforeAll {
        function Copy-Module([string] $Name) {
            $copy = New-Item -ItemType Directory (Join-Path $TestDrive $Name)
            Copy-Item (Join-Path $root PSDicom.psd1), (Join-Path $root PSDicom) $copy -Recurse
            $copy.FullName
        }
    }

    It 'says what to do where it is not built' {
        $copy = Copy-Module unbuilt
        Remove-Item (Join-Path $copy PSDicom/bin) -Recurse
        # In a separate session: this one has the module loaded.
        $shell = Get-PowerShellCommand
        $import = "try { Import-Module '$copy/PSDicom.psd1' -ErrorAction Stop } catch { `"`$_`" }"
        & $shell.Program @($shell.Arguments) -NoProfile -NonInteractive -Command $import | Should -BeLike "PSDicom is not built*Run build.ps1 in '$copy'*"
    }

    It 'says what to do where the session has another copy' {
        $copy = Copy-Module second
        $message = "*another copy of PSDicom, '$(Join-Path $root PSDicom)*Start a new session to import '$copy*"
        { Import-Module (Join-Path $copy PSDicom.psd1) -ErrorAction Stop } | Should -Throw $message
        (Get-Module PSDicom).Path | Should -Be $module.Path
    }

    It 'takes the same one again' {
        { Import-Module (Join-Path $root PSDicom.psd1) -Force -ErrorAction Stop } | Should -Not -Throw
        (Get-DicomFile (Join-Path $root samples/ct/slice-1.dcm)).Modality | Should -Be CT
    }
}
