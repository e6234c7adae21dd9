# WebP is encoded by a library of others, which must be in nobody's way.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')
    $source = Join-Path $root 'samples/us/color.dcm'

    # Runs a script in a process of its own: what is loaded stays so.
    function Invoke-Fresh([string] $Script) {
        $shell = Get-PowerShellCommand
        $arguments = @($shell.Arguments) + '-NoProfile', '-NonInteractive', '-Command', "`$module = '$module'; `$source = '$source'; `$out = '$TestDrive'; Import-Module `$module; $Script"
        & $shell.Program @arguments
    }
}

Describe 'WebP' {
    It 'is written without loss, or by quality' {
        $whole = Export-DicomFrame $source (Join-Path $TestDrive whole.webp) -ErrorAction Stop
        $whole.Format, $whole.Width, $whole.Height, $whole.BitDepth | Should -Be WebP, 128, 96, 8
        [System.Text.Encoding]::ASCII.GetString([System.IO.File]::ReadAllBytes($whole.FullName), 0, 16) | Should -Match '^RIFF....WEBPVP8L$'
        $lossy = Export-DicomFrame $source -Format WebP -Quality 30 -Destination (Join-Path $TestDrive lossy) -ErrorAction Stop
        [System.Text.Encoding]::ASCII.GetString([System.IO.File]::ReadAllBytes($lossy.FullName), 0, 16) | Should -Match '^RIFF....WEBPVP8 $'
    }

    It 'refuses what it cannot hold' {
        { Export-DicomFrame $source -Format WebP -BitDepth 16 -Destination $TestDrive } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Export-DicomFrame $source -Format WebP -Combine -Destination $TestDrive } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'loads its library only when it is asked for' {
        $names = Invoke-Fresh @'
            $null = Export-DicomFrame $source (Join-Path $out first.png)
            [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ $_.GetName().Name }) -like '*ImageSharp*' | ForEach-Object { "before $_" }
            $null = Export-DicomFrame $source (Join-Path $out first.webp)
            [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ $_.GetName().Name }) -like '*ImageSharp*' | ForEach-Object { "after $_" }
'@
        $names | Should -Be 'after SixLabors.ImageSharp'
    }

    It 'takes its own library where another module has loaded another' {
        $result = Invoke-Fresh @'
            Add-Type -TypeDefinition 'namespace SixLabors.ImageSharp { public static class Image { public static int Other() { return 1; } } }' -OutputAssembly (Join-Path $out SixLabors.ImageSharp.dll)
            Add-Type -Path (Join-Path $out SixLabors.ImageSharp.dll)
            (Export-DicomFrame $source (Join-Path $out second.webp) -ErrorAction Stop).Length
            [SixLabors.ImageSharp.Image]::Other()
'@
        $result[0] | Should -BeGreaterThan 100
        $result[1] | Should -Be 1
    }
}
