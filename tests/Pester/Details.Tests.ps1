# Details: progress, completion of properties, arguments in their printed form, JSON, help and the package.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')
    $samples = Join-Path $root samples
    $slice = Join-Path $samples 'ct/slice-1.dcm'
    $cine = Join-Path $samples 'mr/cine.dcm'
}

Describe 'Progress' {
    It 'shows no remaining time if the number of files is unknown' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $cine)
            Import-Module $module
            $cine | Get-DicomFrame | ForEach-Object { Start-Sleep -Milliseconds 250 }
        }).AddArgument($module).AddArgument($cine)
        $null = $shell.Invoke()
        $shown = @($shell.Streams.Progress | Where-Object { $_.Activity -eq 'Get-DicomFrame' -and $_.RecordType -ne 'Completed' })
        $shell.Dispose()
        $shown.Count | Should -BeGreaterThan 1
        foreach ($record in $shown) {
            $record.PercentComplete | Should -Be -1
            $record.SecondsRemaining | Should -Be -1
        }
    }

    It 'shows the remaining time of all files, not of one' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $cine)
            Import-Module $module
            Get-DicomFrame (@($cine) * 4) | ForEach-Object { Start-Sleep -Milliseconds 100 }
        }).AddArgument($module).AddArgument($cine)
        $null = $shell.Invoke()
        $shown = @($shell.Streams.Progress | Where-Object { $_.Activity -eq 'Get-DicomFrame' -and $_.RecordType -ne 'Completed' })
        $shell.Dispose()
        $percents = @($shown.PercentComplete)
        $percents.Count | Should -BeGreaterThan 3
        $percents | Should -Be @($percents | Sort-Object)
        # The first is shown after a second: ten of 32 frames at most.
        $percents[0] | Should -BeLessOrEqual 40
    }
}

Describe 'Completion of keywords after Get-DicomFile' {
    BeforeAll {
        function Get-Completion([string] $Text) { (TabExpansion2 $Text).CompletionMatches.CompletionText }
    }

    It 'is there in <_>' -ForEach @(
        'Where-Object PatientNa', 'Select-Object PatientNa', 'Sort-Object PatientNa', 'Group-Object PatientNa', 'ForEach-Object PatientNa'
        'ForEach-Object { $_.PatientNa', 'Where-Object { $_.PatientNa', 'Select-Object Modality, PatientNa', 'Format-Table PatientNa'
        'Where-Object Modality -eq CT | Select-Object PatientNa', 'Sort-Object StudyDate | Group-Object PatientNa'
    ) {
        Get-Completion "Get-DicomFile x -Recurse | $_" | Should -Contain PatientName
    }

    It 'has the properties of the file too' {
        Get-Completion 'Get-DicomFile x | Select-Object Len' | Should -Contain Length
    }

    It 'makes no property of any object' {
        $file = Get-DicomFile $slice
        $file.PSObject.TypeNames | Should -Not -Contain PSDicom.DicomKeywords
        $file.PSObject.Properties.Name | Should -Not -Contain EchoTime
        $file.EchoTime | Should -BeNullOrEmpty
    }
}

Describe '-Window' {
    It 'takes a center and a width as the table prints them: <Text>' -ForEach @(
        @{ Text = '40/400'; Center = 40; Width = 400 }
        @{ Text = '40,80'; Center = 40; Width = 80 }
        @{ Text = "'40,80'"; Center = 40; Width = 80 }
        @{ Text = '-600/1500'; Center = -600; Width = 1500 }
        @{ Text = '-600,1500'; Center = -600; Width = 1500 }
        @{ Text = '40.5/80.25'; Center = 40.5; Width = 80.25 }
    ) {
        $picture = Invoke-Expression "Export-DicomFrame `$slice -Destination `$TestDrive -Force -Window $Text"
        $picture.WindowCenter | Should -Be $Center
        $picture.WindowWidth | Should -Be $Width
        $same = Export-DicomFrame $slice -Destination (Join-Path $TestDrive same.png) -Force -WindowCenter $Center -WindowWidth $Width
        (Get-FileHash -LiteralPath (Join-Path $TestDrive slice-1.png)).Hash | Should -Be (Get-FileHash -LiteralPath (Join-Path $TestDrive same.png)).Hash
        $same.WindowWidth | Should -Be $Width
    }

    It 'takes no width of 0, and no third number' {
        { Export-DicomFrame $slice -Destination $TestDrive -Window 40/0 } | Should -Throw -ErrorId 'InvalidWindow,*' -ExpectedMessage '*not above 0*'
        { Export-DicomFrame $slice -Destination $TestDrive -Window 40, 80, 3 } | Should -Throw -ExpectedMessage '*such as 40/400*'
    }
}

Describe '-Frame' {
    It 'takes ranges as psdicom does: <Text>' -ForEach @(
        @{ Text = '3-4'; Expected = 3, 4 }
        @{ Text = '1, 3-4'; Expected = 1, 3, 4 }
        @{ Text = "'1,3..4'"; Expected = 1, 3, 4 }
        @{ Text = '4..3, 1'; Expected = 4, 3, 1 }
    ) {
        (Invoke-Expression "Get-DicomFrame `$cine -Frame $Text").Frame | Should -Be $Expected
    }

    It 'takes no range backwards with a hyphen' {
        { Get-DicomFrame $cine -Frame 4-3 } | Should -Throw -ExpectedMessage '*10..20*'
    }
}

Describe '-InputObject' {
    It 'takes an array: <_>' -ForEach 'Get-DicomTag', 'Get-DicomFile', 'Get-DicomFrameCount', 'Get-DicomFrame', 'Measure-DicomFrame', 'Remove-DicomTag', 'Set-DicomTag', 'Show-DicomFrame', 'Test-DicomFile', 'Copy-DicomFile' {
        $files = Get-DicomFile (Join-Path $samples 'ct/*.dcm')
        $files.Count | Should -Be 2
        $cmdlet = $_
        $out = Join-Path $TestDrive $cmdlet
        $parameters = switch ($cmdlet) {
            'Get-DicomTag' { @{ Tag = 'PatientID' } }
            'Set-DicomTag' { @{ Tag = 'PatientID'; Value = '4711'; Destination = $out; Force = $true } }
            'Remove-DicomTag' { @{ Tag = 'PatientID'; Destination = $out; Force = $true } }
            'Copy-DicomFile' { @{ Destination = $out } }
            'Test-DicomFile' { @{ Summary = $true } }
            default { @{} }
        }
        @(& $cmdlet -InputObject $files -ErrorAction Stop @parameters).Count | Should -Be 2
        @($files | & $cmdlet -ErrorAction Stop @parameters).Count | Should -Be 2
        @(& $cmdlet -InputObject $files[0] -ErrorAction Stop @parameters).Count | Should -Be 1
    }
}

Describe 'A tag without its quotes' {
    It 'gets a hint: <Text>' -ForEach @(
        @{ Text = 'Get-DicomTag $slice -Tag 0010,0010' }
        @{ Text = 'Get-DicomTag $slice -Tag 0010,0010, Modality' }
        @{ Text = 'Get-DicomTag $slice -Tag 7FE0,0010' }
        @{ Text = 'Get-DicomFile $slice -Tag 0008,0060' }
        @{ Text = 'Export-DicomFrame $slice -Destination $TestDrive -TextTag 0008,0060' }
    ) {
        { Invoke-Expression $Text } | Should -Throw -ExpectedMessage "*between quotes, as in '0010,0010'*"
    }

    It 'is understood with them, and a wrong name gets no such hint' {
        (Get-DicomTag $slice -Tag '0010,0010').Keyword | Should -Be PatientName
        { Get-DicomTag $slice -Tag PatientNam } | Should -Throw -ErrorId 'UnknownTag,*'
        "$($Error[0])" | Should -Not -BeLike '*between quotes*'
    }
}

Describe 'JSON of a file' {
    BeforeAll {
        $path = Join-Path $TestDrive times.dcm
        New-DicomTestFile $path @{
            '00080030' = 'TM', '093011.25'; '00080031' = 'TM', '093000'; '00080032' = 'TM', '0900\1000'; '00080020' = 'DA', '20240131'
            '00081140' = 'SQ', @{ '00080013' = 'TM', '235959' }
        }
        $file = Get-DicomFile $path
    }

    It 'has times as text' {
        $json = $file | ConvertTo-Json -Depth 4
        $json | Should -Match '"StudyTime": *"09:30:11.25"'
        $json | Should -Match '"SeriesTime": *"09:30:00"'
        $json | Should -Match '"InstanceCreationTime": *"23:59:59"'
        $json | Should -Not -Match 'Ticks'
        ($json | ConvertFrom-Json).AcquisitionTime | Should -Be '09:00:00', '10:00:00'
        $json | Should -Match '"StudyDate": *"2024-01-31T00:00:00"'
    }

    It 'leaves them TimeSpan elsewhere' {
        $file.StudyTime | Should -BeOfType timespan
        ($file | Select-Object *).StudyTime | Should -BeOfType timespan
        ($file | Select-Object StudyTime).StudyTime.Hours | Should -Be 9
        $clixml = Join-Path $TestDrive file.xml
        $file | Export-Clixml $clixml
        (Import-Clixml $clixml).StudyTime | Should -BeOfType timespan
    }
}

Describe 'Help' {
    It 'has a page for -Online: <_>' -ForEach 'Get-DicomFile', 'Get-DicomTag', 'Get-DicomFrame', 'Get-DicomFrameCount', 'Get-DicomSeries', 'Get-DicomStudy', 'Export-DicomFrame', 'Export-DicomPage', 'Export-DicomVolume', 'Measure-DicomFrame', 'Remove-DicomTag', 'Set-DicomTag', 'Show-DicomFrame', 'Copy-DicomFile', 'Move-DicomFile', 'Protect-DicomFile', 'Test-DicomIdentity' {
        $project = "$((Test-ModuleManifest $module).PrivateData.PSData.ProjectUri)"
        (Get-Command $_).HelpUri | Should -BeLike "$project/*"
    }

    It 'distinguishes Get-DicomTag from that of DicomTools' {
        (Get-Help Get-DicomTag).description.Text -join ' ' | Should -BeLike '*DicomTools*PSDicom\Get-DicomTag*'
        (PSDicom\Get-DicomTag $slice -Tag Modality).Value | Should -Be CT
    }
}

Describe 'The manifest' {
    BeforeAll {
        $manifest = Test-ModuleManifest $module
        $data = $manifest.PrivateData.PSData
    }

    It 'says where the project and its license are, and what is new' {
        $manifest.ProjectUri.Scheme | Should -Be https
        $manifest.LicenseUri.Scheme | Should -Be https
        $manifest.ReleaseNotes | Should -Not -BeNullOrEmpty
    }

    It 'is that of a preview while nothing has run in Windows PowerShell' {
        $data.Prerelease | Should -Match '^[a-z]+\d*$'
    }
}

Describe 'The package' {
    BeforeAll {
        # Only the functions of build.ps1: the package has the build of this test.
        $tree = [System.Management.Automation.Language.Parser]::ParseFile((Join-Path $root build.ps1), [ref] $null, [ref] $null)
        $functions = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)
        $script = Join-Path $TestDrive pack.ps1
        "param(`$Repository, `$Destination)`n$($functions.Extent.Text -join "`n")`nNew-ModulePackage `$Destination".Replace('$PSScriptRoot', '$Repository') |
            Set-Content -LiteralPath $script -Encoding utf8
        $package = Join-Path $TestDrive PSDicom
        $isBuilt = Test-Path -LiteralPath (Join-Path $root 'PSDicom/bin/netstandard2.0/PSDicom.dll')
        if ($isBuilt) { $null = & $script $root $package 6>&1 }
    }

    BeforeEach {
        if (-not $isBuilt) { Set-ItResult -Skipped -Because 'the module is not built for both editions' }
    }

    It 'has every file that README.md links to, and pictures' {
        $links = [regex]::Matches((Get-Content -LiteralPath (Join-Path $package README.md) -Raw), '\]\((?!https?:)([^)#]+)').ForEach({ $_.Groups[1].Value })
        $links | Should -Contain docs/architecture.md
        foreach ($link in $links) { Join-Path $package $link | Should -Exist }
    }

    It 'has a notice for each assembly that others made' {
        $notices = Get-Content -LiteralPath (Join-Path $package THIRD-PARTY-NOTICES.txt) -Raw
        $assemblies = Get-ChildItem -LiteralPath (Join-Path $package PSDicom/bin) -Filter *.dll -Recurse | Where-Object Name -NotLike PSDicom*
        $assemblies | Should -Not -BeNullOrEmpty
        foreach ($assembly in $assemblies) { $notices | Should -BeLike "*$($assembly.Name)*" }
    }

    It 'has every file that the manifest names' {
        $packed = Test-ModuleManifest (Join-Path $package PSDicom.psd1) -ErrorAction Stop
        foreach ($file in @($packed.ExportedTypeFiles) + @($packed.ExportedFormatFiles)) { $file | Should -Exist }
        Join-Path $package PSDicom/PSDicom.Keywords.Types.ps1xml | Should -Exist
    }
}
