BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')
    $escape = [char] 0x1B

    $clip = Join-Path $TestDrive clip.dcm
    $elements = New-PixelElement -Frames 3
    $elements['00100010'] = 'PN', 'Roe^R'
    $elements['7FE00010'] = 'OB', [byte[]] (0, 255, 255, 0, 128, 128, 128, 128, 255, 255, 255, 255)
    New-DicomTestFile $clip $elements
    $graphics = $env:PSDICOM_GRAPHICS
}

AfterAll { $env:PSDICOM_GRAPHICS = $graphics }

Describe 'Show-DicomFrame' {
    It 'gives a string a frame' {
        $shown = @(Show-DicomFrame $clip -As HalfBlock -ErrorAction Stop)
        $shown | Should -BeOfType ([string])
        $shown.Count | Should -Be 3
        $shown[0] | Should -BeExactly "clip.dcm  [1/3]  2 x 2`n$escape[38;2;0;0;0m$escape[48;2;255;255;255m$([char] 0x2580)$([char] 0x2584)$escape[0m"
    }

    It 'draws half blocks where output is redirected' {
        $env:PSDICOM_GRAPHICS = ''
        $shell = [powershell]::Create()
        $text = $shell.AddScript('Import-Module $args[0]; Show-DicomFrame $args[1] -Frame 2').AddArgument((Join-Path $root 'PSDicom.psd1')).AddArgument($clip).Invoke()
        $shell.Dispose()
        "$text" | Should -BeExactly "clip.dcm  [2/3]  2 x 2`n$escape[48;2;128;128;128m  $escape[0m"
    }

    It 'is overridden by the environment' {
        $env:PSDICOM_GRAPHICS = 'kitty'
        Show-DicomFrame $clip -Frame 1 | Should -BeLike "*${escape}_Ga=T,f=100,q=2,c=32,m=*;*$escape\"
        $env:PSDICOM_GRAPHICS = 'crayons'
        { Show-DicomFrame $clip } | Should -Throw -ErrorId 'ConflictingParameters,*' -ExpectedMessage '*PSDICOM_GRAPHICS*crayons*'
        $env:PSDICOM_GRAPHICS = ''
    }

    It 'draws Sixel' {
        Show-DicomFrame $clip -As Sixel -Frame 3 -Width 1 | Should -BeExactly "$([char] 0x2026)`n${escape}P0;1;0q`"1;1;10;10#100;2;100;100;100#100!10~-#100!10N$escape\"
    }

    It 'puts frames beside each other, also of several files' {
        $rows = @($clip, $clip | Show-DicomFrame -As Ascii -Columns 4 -Width 11)
        $rows.Count | Should -Be 2
        ($rows[0] -split "`n")[1] | Should -BeExactly '++ ++ @@ ++'
        ($rows[1] -split "`n")[1] | Should -BeExactly '++ @@'
        { Show-DicomFrame $clip -Columns 5 -Width 6 } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'takes the parameters of Export-DicomFrame' {
        (Show-DicomFrame $clip -Frame 2 -As Ascii -Width 2 -WindowCenter 500 -WindowWidth 10) -split "`n" | Select-Object -Last 1 | Should -BeExactly '  '
        (Show-DicomFrame $clip -Frame 3 -As Ascii -Width 2 -Invert) -split "`n" | Select-Object -Last 1 | Should -BeExactly '  '
        { Show-DicomFrame $clip -Window Nothing -Minimum 3 } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Show-DicomFrame $clip -ColorMap Mud } | Should -Throw -ErrorId 'UnknownColorMap,*'
        $export = (Get-Command Export-DicomFrame).Parameters
        $show = (Get-Command Show-DicomFrame).Parameters
        foreach ($name in 'Window', 'WindowCenter', 'WindowWidth', 'Minimum', 'Maximum', 'ColorMap', 'Invert', 'Overlay', 'Rotate', 'Flip') {
            $show[$name].ParameterType | Should -Be $export[$name].ParameterType
            (Get-Help Show-DicomFrame -Parameter $name).description.Text | Should -Be (Get-Help Export-DicomFrame -Parameter $name).description.Text
        }
    }

    It 'tells nothing about the patient unless asked for' {
        Show-DicomFrame $clip -Frame 1 -As Ascii | Should -Not -Match Roe
        Show-DicomFrame $clip -Frame 1 -As Ascii -TextTag PatientName | Should -Match 'PatientName=Roe\^R'
    }

    It 'is the same after a job' {
        $text = Show-DicomFrame $clip -Frame 1 -As HalfBlock
        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($text)) | Should -BeExactly $text
    }

    It 'makes a page that only the user can read with -As Html' {
        $page = Show-DicomFrame $clip -As Html -Frame 2, 3 -TextTag Modality
        $page | Should -BeOfType ([PSDicom.ExportedPage])
        $page.FrameCount | Should -Be 2
        $folder = Split-Path $page.FullName
        Split-Path $folder | Should -Be ([System.IO.Path]::GetTempPath().TrimEnd([System.IO.Path]::DirectorySeparatorChar))
        if ($PSVersionTable.Platform -eq 'Unix') { "$((Get-Item $folder).UnixFileMode)" | Should -Be 'UserExecute, UserWrite, UserRead' }
        Remove-Item -LiteralPath $folder -Recurse
        { Show-DicomFrame $clip -As Html -Columns 2 } | Should -Throw -ErrorId 'ConflictingParameters,*' -ExpectedMessage '*for drawings in the terminal*'
    }

    It 'leaves no folder if there is no page' {
        $before = @(Get-ChildItem ([System.IO.Path]::GetTempPath()) -Directory -Filter psdicom-*).Count
        Show-DicomFrame (Join-Path $TestDrive absent.dcm) -As Html -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        @(Get-ChildItem ([System.IO.Path]::GetTempPath()) -Directory -Filter psdicom-*).Count | Should -Be $before
    }

    It 'opens the page where there is a desktop, but not through SSH' -Skip:(-not $IsLinux) {
        $bin = (New-Item -ItemType Directory (Join-Path $TestDrive bin)).FullName
        $opened = Join-Path $TestDrive opened.txt
        Set-Content (Join-Path $bin xdg-open) "#!/bin/sh`necho `"`$1`" >> '$opened'"
        chmod +x (Join-Path $bin xdg-open)
        $variables = @{ PATH = $env:PATH; DISPLAY = $env:DISPLAY; SSH_CONNECTION = $env:SSH_CONNECTION }
        try {
            $env:PATH = $bin + [System.IO.Path]::PathSeparator + $env:PATH
            $env:DISPLAY = ':0'
            $env:SSH_CONNECTION = 'client 1 server 22'
            $far = Show-DicomFrame $clip -As Html
            $env:SSH_CONNECTION = ''
            $near = Show-DicomFrame $clip -As Html
            for ($i = 0; $i -lt 100 -and -not (Test-Path $opened); $i++) { Start-Sleep -Milliseconds 50 }
            Get-Content $opened | Should -Be $near.FullName
            Split-Path $far.FullName, $near.FullName | Remove-Item -Recurse
        }
        finally {
            foreach ($name in $variables.Keys) { Set-Item "env:$name" $variables[$name] }
        }
    }

    It 'tells which file has no image, and shows the others' {
        $report = Join-Path $TestDrive report.dcm
        New-DicomTestFile $report @{ '00080060' = 'CS', 'SR' }
        $shown = Show-DicomFrame $report, $clip -Frame 1 -As Ascii -ErrorVariable problem -ErrorAction SilentlyContinue
        @($shown).Count | Should -Be 1
        $problem.FullyQualifiedErrorId | Should -Be 'NoPixelData,PSDicom.Commands.ShowDicomFrameCommand'
    }
}
