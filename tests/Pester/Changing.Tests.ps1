# Files that another process writes while they are read.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    # 40 frames of 32 x 32 pixels that are all 7.
    $whole = Join-Path $TestDrive whole.dcm
    $elements = New-PixelElement -Frames 40
    $elements['00100020'] = 'LO', 'P1'
    $elements['00280010'] = 'US', 32
    $elements['00280011'] = 'US', 32
    $elements['7FE00010'] = 'OB', [byte[]] (, 7 * (40 * 32 * 32))
    New-DicomTestFile $whole $elements

    # Rewrites the file repeatedly, a piece at a time, until a file named "end" exists; then it is complete.
    $writer = {
        param($whole, $path, $end)
        $bytes = [System.IO.File]::ReadAllBytes($whole)
        do {
            $stream = [System.IO.FileStream]::new($path, 'Create', 'Write', 'ReadWrite, Delete')
            for ($start = 0; $start -lt $bytes.Length; $start += 777) {
                $stream.Write($bytes, $start, [Math]::Min(777, $bytes.Length - $start))
                $stream.Flush()
                if ($start % 5 -eq 0) { [System.Threading.Thread]::Sleep(1) }
            }
            $stream.Dispose()
        } until ([System.IO.File]::Exists($end))
    }
}

Describe 'A file that another process is writing' {
    BeforeAll {
        $path = Join-Path $TestDrive growing.dcm
        $end = Join-Path $TestDrive end
        $shell = Get-PowerShellCommand
        $code = "& { $writer } '$whole' '$path' '$end'"
        $encoded = [Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($code))
        $process = Start-Process $shell.Program -ArgumentList ($shell.Arguments + '-NoProfile' + '-NonInteractive' + '-EncodedCommand' + $encoded) -PassThru
        $limit = [DateTime]::UtcNow.AddMinutes(5)
        while (-not [System.IO.File]::Exists($path) -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 20 }
    }

    AfterAll {
        [System.IO.File]::WriteAllText($end, '')
        if ($process -and -not $process.WaitForExit(300000)) { $process.Kill() }
    }

    # Errors name the file and the reason, which is one of these.
    BeforeEach {
        function Test-Failure($Failures) {
            foreach ($failure in $Failures) {
                "$failure" | Should -BeLike "*$path*"
                $failure.FullyQualifiedErrorId | Should -Match '^(EmptyFile|NotDicom|NoPixelData|InvalidPixelData|ValueNotAvailable|FrameNotFound|FrameTooLarge),'
            }
        }
    }

    It 'is there, and is being written' {
        $process.HasExited | Should -BeFalse
        $lengths = foreach ($number in 1..40) { [System.IO.FileInfo]::new($path).Length; Start-Sleep -Milliseconds 5 }
        @($lengths | Sort-Object -Unique).Count | Should -BeGreaterThan 1
    }

    It 'has the values that are in it already, or an error' {
        $right = 0
        foreach ($number in 1..300) {
            $value = (Get-DicomTag $path -Tag PatientID -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue).Value
            Test-Failure $failures
            if ($value) { $value | Should -Be P1; $right++ }
        }
        $right | Should -BeGreaterThan 0
        $process.HasExited | Should -BeFalse
    }

    It 'has the frames that are in it already, a warning of those that are not, or an error' {
        $right = 0
        foreach ($number in 1..60) {
            $warnings = $null
            $frames = @(Get-DicomFrame $path -ErrorVariable failures -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue)
            Test-Failure $failures
            $frames.Count | Should -BeLessOrEqual 40
            if ($frames.Count -lt 40 -and -not $failures) { $warnings | Should -Not -BeNullOrEmpty }
            foreach ($frame in $frames) {
                if ($frame.Minimum -eq 7 -and $frame.Maximum -eq 7) { $right++ }
                else {
                    # The rest of a truncated frame is 0.
                    $frame.Minimum | Should -Be 0
                    $frame.Warnings | Should -Not -BeNullOrEmpty
                }
            }
        }
        $right | Should -BeGreaterThan 0
        $process.HasExited | Should -BeFalse
    }

    It 'is whole in the end' {
        [System.IO.File]::WriteAllText($end, '')
        $process.WaitForExit(300000) | Should -BeTrue
        $frames = @(Get-DicomFrame $path -ErrorAction Stop -WarningVariable warnings)
        $warnings | Should -BeNullOrEmpty
        $frames.Count | Should -Be 40
        @($frames | Where-Object Mean -ne 7).Count | Should -Be 0
    }
}
