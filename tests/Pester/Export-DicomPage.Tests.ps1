# How paths of sources bind, and what every cmdlet has in common, is tested with Get-DicomFile; what is in a page, in PSDicom.Core.Tests and tests/Page.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $samples = Join-Path $root samples
    $slice = Join-Path $samples ct/slice-1.dcm
    $cine = Join-Path $samples mr/cine.dcm
    $report = Join-Path $samples sr/report.dcm

    $number = 0
    function New-TestFolder {
        $script:number++
        (New-Item -ItemType Directory (Join-Path $TestDrive "page$script:number")).FullName
    }
}

Describe 'Export-DicomPage' {
    BeforeEach {
        $out = New-TestFolder
        $page = Join-Path $out page.html
    }

    It 'writes a page and says what is in it' {
        $exported = Export-DicomPage $slice, $cine $page
        $exported | Should -BeOfType ([PSDicom.ExportedPage])
        $exported.FullName | Should -Be $page
        $exported.SeriesCount, $exported.FileCount, $exported.FrameCount, $exported.MissingFrameCount | Should -Be 2, 2, 9, 0
        "$($exported.Content)" | Should -Be Values
        $exported.Length | Should -Be (Get-Item $page).Length
        (Get-ChildItem $out -Force).Name | Should -Be page.html
        ([regex]::Matches([System.IO.File]::ReadAllText($page), 'class="frame"')).Count | Should -Be 9
    }

    It 'takes files from the pipeline, in their order' {
        $files = Get-ChildItem (Join-Path $samples ct) | Sort-Object Name -Descending
        $null = $files | Export-DicomPage -Destination $page -TextTag InstanceNumber
        $numbers = [regex]::Matches([System.IO.File]::ReadAllText($page), '"InstanceNumber","(\d+)"') | ForEach-Object { $_.Groups[1].Value }
        $numbers | Should -Be ($files | ForEach-Object { "$((Get-DicomFile $_.FullName).InstanceNumber)" })
        (Get-DicomFile $slice, $cine | Export-DicomPage -Destination $page -Force).FrameCount | Should -Be 9
    }

    It 'passes over what has no image, with -Recurse' {
        $exported = Export-DicomPage $samples -Recurse -Destination $page -ErrorAction Stop
        $exported.FileCount, $exported.FrameCount | Should -Be 4, 11
    }

    It 'takes frames, content, window and quality' {
        $exported = Export-DicomPage $cine $page -Frame 7, 1..3 -Content Display -WindowCenter 100 -WindowWidth 50 -Quality 80
        $exported.FrameCount | Should -Be 4
        "$($exported.Content)" | Should -Be Display
        $text = [System.IO.File]::ReadAllText($page)
        [regex]::Matches($text, '"number":(\d+)') | ForEach-Object { $_.Groups[1].Value } | Should -Be 7, 1, 2, 3
        [regex]::Matches($text, '"window":\{"center":100,"width":50,').Count | Should -Be 4
        [regex]::Matches($text, '"encoding":"Jpeg"').Count | Should -Be 4
    }

    It 'draws a color map, overlays, inversion, rotation and mirroring into pictures' {
        $text = foreach ($option in @{}, @{ ColorMap = 'Hot' }, @{ Overlay = $true }, @{ Invert = $true }, @{ Rotate = 90 }, @{ Flip = 'Horizontal' }) {
            $exported = Export-DicomPage $slice $page -Force @option
            "$($exported.Content)" | Should -Be $(if ($option.Count) { 'Display' } else { 'Values' })
            [System.IO.File]::ReadAllText($page)
        }
        $text[1] | Should -Match '"isColor":true'
        $text[3] | Should -Not -Be $text[2]
        { Export-DicomPage $slice $page -Force -Content Values -Invert } | Should -Throw -ErrorId 'ConflictingParameters,*' -ExpectedMessage '*choose the content Display*'
    }

    It 'says nothing of the patient unless it is asked' {
        $id = (Get-DicomFile $slice).PatientID
        $null = Export-DicomPage $slice $page
        [System.IO.File]::ReadAllText($page).Contains($id) | Should -BeFalse
        $null = Export-DicomPage $slice $page -TextTag PatientID, PatientName -Force
        [System.IO.File]::ReadAllText($page).Contains("[`"PatientID`",`"$id`"]") | Should -BeTrue
    }

    It 'goes on after a file that cannot be read, and a frame that a file does not have' {
        $bad = Join-Path $out bad.dcm
        [System.IO.File]::WriteAllText($bad, 'This is no DICOM file.')
        $exported = Export-DicomPage $bad, $slice, $cine $page -Frame 2, 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $exported.FrameCount | Should -Be 3
        $failed.FullyQualifiedErrorId | Should -Be 'NotDicom,PSDicom.Commands.ExportDicomPageCommand', 'FrameNotFound,PSDicom.Commands.ExportDicomPageCommand'
        $failed.TargetObject | Should -Be $bad, $slice
    }

    It 'writes no page of files without images' {
        Export-DicomPage $report $page -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'NoPixelData,PSDicom.Commands.ExportDicomPageCommand'
        $page | Should -Not -Exist
    }

    It 'replaces a page only with -Force, and no DICOM file' {
        [System.IO.File]::WriteAllText($page, 'mine')
        Export-DicomPage $slice $page -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'TargetExists,PSDicom.Commands.ExportDicomPageCommand'
        $failed[0].TargetObject | Should -Be $page
        [System.IO.File]::ReadAllText($page) | Should -Be mine
        (Export-DicomPage $slice $page -Force).FrameCount | Should -Be 1
        $file = Join-Path $out image.html
        Copy-Item -LiteralPath $cine $file
        Export-DicomPage $slice $file -Force -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$failed" | Should -BeLike '*is a DICOM file*'
        (Get-Item $file).Length | Should -Be (Get-Item $cine).Length
    }

    It 'writes nothing with -WhatIf, but tells of a page that exists' {
        Export-DicomPage $slice $page -WhatIf | Should -BeNullOrEmpty
        $page | Should -Not -Exist
        [System.IO.File]::WriteAllText($page, 'mine')
        Export-DicomPage $slice $page -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'TargetExists,*'
    }

    It 'ends the call where it is wrong: <Because>' -ForEach @(
        @{ Because = 'no page'; Call = { Export-DicomPage $slice (Join-Path $out page.png) }; Id = 'ConflictingParameters' }
        @{ Because = 'half a window'; Call = { Export-DicomPage $slice $page -WindowWidth 3 }; Id = 'ConflictingParameters' }
        @{ Because = 'no window'; Call = { Export-DicomPage $slice $page -Window None }; Id = 'ConflictingParameters' }
        @{ Because = 'an unknown tag'; Call = { Export-DicomPage $slice $page -TextTag PatientNam }; Id = 'UnknownTag' }
    ) {
        $Call | Should -Throw -ErrorId "$Id,*"
        $page | Should -Not -Exist
    }
}
