# Patient data in these files contain a mark. It may appear only where it was requested.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $mark = 'QZMARKQZ'
    function New-MarkedElement([int] $Frames = 1) {
        $elements = New-PixelElement -Frames $Frames
        foreach ($tag in '00080020=DA', '00080030=TM', '00080050=SH', '00080080=LO', '00090010=LO', '00091001=UN', '00100010=PN', '00100020=LO',
            '00100030=DA', '00101010=AS', '00101030=DS', '0020000D=UI', '00200013=IS') {
            $number, $vr = $tag -split '='
            $elements[$number] = $vr, $(if ($vr -eq 'UN') { [System.Text.Encoding]::ASCII.GetBytes($mark) } else { $mark })
        }
        $elements['00081110'] = 'SQ', @{ '00081155' = 'UI', $mark; '00100010' = 'PN', $mark }
        $elements
    }

    $folder = Join-Path $TestDrive files
    New-DicomTestFile (Join-Path $folder whole.dcm) (New-MarkedElement)
    New-DicomTestFile (Join-Path $folder frames.dcm) (New-MarkedElement -Frames 5)
    $wrong = New-MarkedElement
    $wrong['00280008'] = 'IS', 9
    New-DicomTestFile (Join-Path $folder frames-missing.dcm) $wrong
    $wrong = New-MarkedElement
    $wrong['00280100'] = 'US', 7
    New-DicomTestFile (Join-Path $folder bits-impossible.dcm) $wrong
    $wrong = New-MarkedElement
    $wrong.Remove('7FE00010')
    New-DicomTestFile (Join-Path $folder no-pixels.dcm) $wrong
    # Truncated in every part; damaged in every part.
    $bytes = [System.IO.File]::ReadAllBytes((Join-Path $folder whole.dcm))
    for ($length = 0; $length -lt $bytes.Length; $length += 13) {
        [System.IO.File]::WriteAllBytes((Join-Path $folder "cut-$length.dcm"), $bytes[0..$length])
        $damaged = [byte[]] $bytes.Clone()
        $damaged[$length] = 0xFF
        [System.IO.File]::WriteAllBytes((Join-Path $folder "damaged-$length.dcm"), $damaged)
    }

    # A character set, and a Photometric Interpretation, whose length extends over more and more of the following elements.
    $elements = New-MarkedElement
    $elements['00080005'] = 'CS', 'ISO_IR 999'
    $elements['00280004'] = 'CS', 'MONOCHROME'
    $elements['00280005'] = 'LO', $mark
    $elements['00281055'] = 'LO', 'SOFT'
    $elements['00281080'] = 'LO', "A\$mark\B"
    New-DicomTestFile (Join-Path $folder swallowed.dcm) $elements
    $bytes = [System.IO.File]::ReadAllBytes((Join-Path $folder swallowed.dcm))
    $text = [System.Text.Encoding]::GetEncoding(28591).GetString($bytes)
    foreach ($value in 'ISO_IR 999', 'MONOCHROME', 'SOFT') {
        $start = $text.IndexOf($value)
        for ($length = $value.Length; $length -lt [Math]::Min(200, $bytes.Length - $start); $length += 2) {
            $damaged = [byte[]] $bytes.Clone()
            $damaged[$start - 2] = $length
            [System.IO.File]::WriteAllBytes((Join-Path $folder "swallowed-$start-$length.dcm"), $damaged)
        }
    }

    # Runs a script in a separate runspace and returns all of its output except objects.
    function Get-StreamText([string] $Script, [System.Collections.IDictionary] $Parameters = @{}) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("param(`$module, `$folder, `$out) Import-Module `$module; `$VerbosePreference = `$DebugPreference = 'Continue'; $Script")
        $null = $shell.AddParameter('module', $module).AddParameter('folder', $folder).AddParameters($Parameters)
        $null = $shell.Invoke()
        foreach ($stream in 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress') {
            foreach ($record in $shell.Streams.$stream) {
                "${stream}: $record"
                if ($stream -eq 'Progress') { "Progress: $($record.Activity) $($record.StatusDescription) $($record.CurrentOperation)" }
                if ($stream -ne 'Error') { continue }
                "$($record.TargetObject) $($record.FullyQualifiedErrorId) $($record.CategoryInfo) $($record.ErrorDetails)"
                for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) { $exception.Message }
            }
        }
        $shell.Dispose()
    }
}

Describe 'Streams' {
    It 'of <_> have nothing from the header' -ForEach @(
        'Get-DicomFile $folder -Recurse'
        'Get-DicomFile (Get-ChildItem $folder).FullName'
        'Get-DicomFile (Get-ChildItem $folder).FullName | Get-DicomTag -Tag PatientName, StudyDate -Nested'
        'Get-DicomTag (Get-ChildItem $folder).FullName'
        'Get-DicomFrameCount (Get-ChildItem $folder).FullName'
        'Get-DicomSeries (Get-ChildItem $folder).FullName; Get-DicomStudy (Get-ChildItem $folder).FullName'
        'Get-DicomFrame (Get-ChildItem $folder).FullName -Rescaled'
        'Get-DicomFrame (Get-ChildItem $folder).FullName -Frame 3'
        'Test-DicomFile (Get-ChildItem $folder).FullName, $out -Level Pixels -Strict'
        'Export-DicomFrame (Get-ChildItem $folder).FullName -Destination $out -Window Auto'
        'Export-DicomFrame (Get-ChildItem $folder).FullName -Destination $out -Window 7'
        'Export-DicomFrame (Get-ChildItem $folder).FullName -Destination $out -Window Brain'
        'Export-DicomFrame (Get-ChildItem $folder).FullName -Destination $out -WhatIf'
        'Measure-DicomFrame (Get-ChildItem $folder).FullName'
        'Show-DicomFrame (Get-ChildItem $folder).FullName -As Ascii -Width 4'
        'Export-DicomVolume (Get-ChildItem $folder).FullName, $out -Destination $out -AllowIrregular -FillMissing'
        'Export-DicomPage (Get-ChildItem $folder).FullName -Destination "$out.html"'
        'Set-DicomTag (Get-ChildItem $folder).FullName -Tag PatientName, StudyDate -Value $null -Nested -Destination $out'
        'Set-DicomTag (Get-ChildItem $folder).FullName -Property @{ PatientName = "A"; StudyDate = "20200101" } -Destination $out'
        'Set-DicomTag (Get-ChildItem $folder).FullName -EncodeAs Latin1 -Destination $out'
        'Set-DicomTag (Get-ChildItem $folder).FullName -Tag PatientID -Value X -Destination $out -WhatIf'
        'Remove-DicomTag (Get-ChildItem $folder).FullName -Private -Destination $out'
        'Copy-DicomFile (Get-ChildItem $folder).FullName -Destination $out -NameTemplate "{SOPInstanceUID}"'
        'Move-DicomFile (Get-ChildItem $folder).FullName -Destination $out -NameTemplate "{SOPInstanceUID}" -WhatIf'
        'Convert-DicomFile (Get-ChildItem $folder).FullName -Destination $out -TransferSyntax RleLossless'
        'Convert-DicomFile (Get-ChildItem $folder).FullName -Destination $out -TransferSyntax ExplicitBigEndian'
        'Protect-DicomFile (Get-ChildItem $folder).FullName -Destination $out -AllowBurnedIn -Clean Descriptors, StructuredContent'
        'Protect-DicomFile (Get-ChildItem $folder).FullName -Review'
        'Test-DicomIdentity -Reference (Get-ChildItem $folder).FullName -Path (Get-ChildItem $folder).FullName, $out'
    ) {
        $text = @(Get-StreamText $_ @{ out = Join-Path $TestDrive ([Guid]::NewGuid()) })
        $text.Count | Should -BeGreaterThan 3
        $text | Where-Object { $_ -match $mark } | Should -BeNullOrEmpty
    }

    It 'of long work have progress that has nothing from the header' {
        $text = @(Get-StreamText '1..12 | ForEach-Object { Start-Sleep -Milliseconds 150; "$folder/frames.dcm" } | Get-DicomFile')
        @($text -like 'Progress: Get-DicomFile*').Count | Should -BeGreaterThan 0
        $text | Where-Object { $_ -match $mark } | Should -BeNullOrEmpty
    }

    It 'hold the mark where a file is named by it' {
        $path = Join-Path $TestDrive "$mark.dcm"
        [System.IO.File]::WriteAllBytes($path, [byte[]] (1, 2, 3))
        $text = Get-StreamText 'Get-DicomFile $out' @{ out = $path }
        @($text -match $mark).Count | Should -BeGreaterThan 0
    }
}

Describe 'Pictures' {
    It 'in <_> have nothing from the header' -ForEach Png, Jpeg, Tiff, Bmp, Gif, Npy, Raw {
        $out = Join-Path $TestDrive "out-$_"
        $pictures = Export-DicomFrame (Join-Path $folder frames.dcm) -Destination $out -Format $_
        $pictures.Count | Should -Be 5
        foreach ($picture in $pictures) {
            $picture.FullName | Should -Not -Match $mark
            [System.Text.Encoding]::ASCII.GetString([System.IO.File]::ReadAllBytes($picture.FullName)) | Should -Not -Match $mark
        }
    }

    It 'are named by the header only where that is asked for' {
        $picture = Export-DicomFrame (Join-Path $folder whole.dcm) -Destination (Join-Path $TestDrive named) -NameTemplate '{PatientID}'
        Split-Path -Leaf $picture.FullName | Should -Be "$mark.png"
    }
}
