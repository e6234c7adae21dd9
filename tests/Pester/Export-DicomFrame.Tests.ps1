# The binding of source paths, and everything common to all cmdlets, is tested with Get-DicomFile.

BeforeDiscovery {
    $onUnix = $PSEdition -eq 'Core' -and -not $IsWindows
    $isRoot = $onUnix -and (id -u) -eq '0'

    # A file system of 64 KB, to test a full disk; a read-only one, to test a folder without write access.
    $canMount = $false
    if ($isRoot -and $IsLinux) {
        $mountPoint = Join-Path ([System.IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString('N'))
        $null = [System.IO.Directory]::CreateDirectory($mountPoint)
        mount -t tmpfs -o size=64k tmpfs $mountPoint 2>$null
        $canMount = $LASTEXITCODE -eq 0
        if ($canMount) { umount $mountPoint }
        [System.IO.Directory]::Delete($mountPoint)
    }
    $identify = [bool] (Get-Command identify -CommandType Application -ErrorAction Ignore)
    $python = [bool] (Get-Command /usr/bin/python3 -CommandType Application -ErrorAction Ignore)
    if ($python) {
        /usr/bin/python3 -c 'import numpy' 2>$null
        $python = $LASTEXITCODE -eq 0
    }
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'PSDicom.psd1') -Force
    $presets = [PSDicom.Rendering.Greys.Windowing]::PresetNames
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $samples = Join-Path $root samples
    $slice = Join-Path $samples ct/slice-1.dcm
    $cine = Join-Path $samples mr/cine.dcm
    $color = Join-Path $samples us/color.dcm
    $report = Join-Path $samples sr/report.dcm
    $clip = Join-Path $TestDrive clip.dcm
    New-ClipTestFile $clip -Frames 200

    # The grey values of a BMP of 8 bits, row by row from the top.
    function Get-BmpGrey([string] $Path) {
        $bytes = [System.IO.File]::ReadAllBytes($Path)
        $start = [BitConverter]::ToInt32($bytes, 10)
        $width = [BitConverter]::ToInt32($bytes, 18)
        $height = [BitConverter]::ToInt32($bytes, 22)
        $stride = [Math]::Ceiling($width / 4) * 4
        $rows = if ($height -gt 0) { ($height - 1)..0 } else { 0..(-$height - 1) }
        foreach ($row in $rows) { $bytes[($start + $row * $stride)..($start + $row * $stride + $width - 1)] }
    }

    # A picture of 2 x 2 pixels of 8 bits.
    function New-SquareFile([string] $Path, [System.Collections.IDictionary] $Elements = @{}) {
        $all = New-PixelElement
        $all['7FE00010'] = 'OB', [byte[]] (0, 80, 160, 255)
        foreach ($tag in $Elements.Keys) { $all[$tag] = $Elements[$tag] }
        New-DicomTestFile $Path $all
    }

    function Get-FileIn([string] $Folder) {
        @(Get-ChildItem -LiteralPath $Folder -Recurse -File -Force)
    }

    $number = 0
    function New-TestFolder {
        $script:number++
        (New-Item -ItemType Directory (Join-Path $TestDrive "folder$script:number")).FullName
    }
}

Describe 'Export-DicomFrame' {
    BeforeEach {
        $out = New-TestFolder
    }

    It 'writes a picture and says which' {
        $picture = Export-DicomFrame $slice -Destination $out
        $picture | Should -BeOfType ([PSDicom.ExportedFrame])
        $picture.FullName | Should -Be (Join-Path $out slice-1.png)
        $picture.Source | Should -Be $slice
        $picture.Frame, $picture.FrameCount | Should -Be 1, 1
        $picture.Width, $picture.Height, $picture.BitDepth | Should -Be 64, 64, 8
        "$($picture.Format)" | Should -Be Png
        $picture.WindowCenter, $picture.WindowWidth | Should -Be (Get-DicomFile $slice).WindowCenter[0], (Get-DicomFile $slice).WindowWidth[0]
        $picture.Length | Should -Be (Get-Item $picture.FullName).Length
        [System.IO.File]::ReadAllBytes($picture.FullName)[1..3] | Should -Be ([byte[]] [char[]] 'PNG')
    }

    It 'writes every frame of a clip, in order' {
        $pictures = Export-DicomFrame $cine -Destination $out
        $pictures.Frame | Should -Be (1..8)
        Split-Path $pictures.FullName -Leaf | Should -Be (1..8 | ForEach-Object { "cine_$_.png" })
        (Get-FileIn $out).Name | Sort-Object | Should -Be (1..8 | ForEach-Object { "cine_$_.png" })
    }

    It 'writes the frames that are named, with ranges, in their order' {
        (Export-DicomFrame $cine -Destination $out -Frame 7, 1..3, 5).Frame | Should -Be 7, 1, 2, 3, 5
        (Export-DicomFrame $cine -Destination $out -Frame 8..6 -Force).Frame | Should -Be 8, 7, 6
        (Export-DicomFrame $cine -Destination $out -Frame (1..2) -Force).Frame | Should -Be 1, 2
        (Export-DicomFrame $cine -Destination $out -Frame 4 -Force).Frame | Should -Be 4
    }

    It 'refuses the frames <_>' -ForEach '0', '0..2', '1..2000001', 'x..3', '1..', '-1..2' {
        { Export-DicomFrame $cine -Destination $out -Frame $_ } | Should -Throw -ErrorId 'ParameterArgument*'
        Get-FileIn $out | Should -BeNullOrEmpty
    }

    It 'numbers frames so that names sort, and writes all of 200' {
        $pictures = Export-DicomFrame $clip -Destination $out -Width 8
        $pictures.Frame | Should -Be (1..200)
        Split-Path $pictures.FullName -Leaf | Should -Be (1..200 | ForEach-Object { 'clip_{0:000}.png' -f $_ })
        (Get-FileIn $out).Count | Should -Be 200
    }

    It 'takes files from the pipeline: paths, Get-ChildItem, Get-DicomFile' {
        ($slice, $color | Export-DicomFrame -Destination $out).Source | Should -Be $slice, $color
        (Get-Item $slice, $color | Export-DicomFrame -Destination $out -Force).Source | Should -Be $slice, $color
        (Get-DicomFile $slice, $color | Export-DicomFrame -Destination $out -Force).Source | Should -Be $slice, $color
        (Get-DicomFile $slice -Tag PatientName | Export-DicomFrame -Destination $out -Force).Width | Should -Be 64
    }

    It 'skips what has no image, with -Recurse' {
        $pictures = Export-DicomFrame $samples -Recurse -Destination $out -ErrorAction Stop
        $pictures.Count | Should -Be 11
        (Get-FileIn $out).Count | Should -Be 11
    }
}

Describe 'The destination' {
    BeforeEach {
        $base = New-TestFolder
    }

    It 'is the current location, unless it is named' {
        Push-Location -LiteralPath $base
        try {
            (Export-DicomFrame $slice).FullName | Should -Be (Join-Path $base slice-1.png)
        }
        finally {
            Pop-Location
        }
    }

    It 'is made, folder by folder' {
        $out = Join-Path $base 'new/and newer'
        (Export-DicomFrame $slice -Destination $out).FullName | Should -Be (Join-Path $out slice-1.png)
        Join-Path $out slice-1.png | Should -Exist
    }

    It 'comes second' {
        (Export-DicomFrame $slice $base).FullName | Should -Be (Join-Path $base slice-1.png)
    }

    It 'resolves through the session: <_>' -ForEach 'relative', './relative', '../<leaf>/relative', 'pics:/relative', 'pics:relative' {
        $null = New-PSDrive -Name pics -PSProvider FileSystem -Root $base
        Push-Location -LiteralPath $base
        try {
            $picture = Export-DicomFrame $slice -Destination $_.Replace('<leaf>', (Split-Path $base -Leaf))
        }
        finally {
            Pop-Location
            Remove-PSDrive pics
        }
        $picture.FullName | Should -Be (Join-Path $base relative/slice-1.png)
        $picture.FullName | Should -Exist
    }

    It 'may have brackets' {
        $out = Join-Path $base 'a [1]'
        $path = (Export-DicomFrame $slice -Destination $out).FullName
        $path | Should -Be (Join-Path $out slice-1.png)
        Test-Path -LiteralPath $path | Should -BeTrue
    }

    It 'is the one picture, by its extension <Name>' -ForEach @(
        @{ Name = 'out.png'; Format = 'Png' }
        @{ Name = 'out.JPG'; Format = 'Jpeg' }
        @{ Name = 'deep/er/out.tiff'; Format = 'Tiff' }
        @{ Name = 'out.bmp'; Format = 'Bmp' }
        @{ Name = 'out.gif'; Format = 'Gif' }
        @{ Name = 'out.npy'; Format = 'Npy' }
    ) {
        $picture = Export-DicomFrame $slice -Destination (Join-Path $base $Name)
        $picture.FullName | Should -BeExactly (Join-Path $base $Name)
        "$($picture.Format)" | Should -Be $Format
        (Get-FileIn $base).FullName | Should -Be $picture.FullName
    }

    It 'is a folder in spite of its extension if it is one' {
        $out = Join-Path $base out.png
        $null = New-Item -ItemType Directory $out
        (Export-DicomFrame $slice -Destination $out).FullName | Should -Be (Join-Path $out slice-1.png)
    }

    It 'cannot be one picture for several' {
        $out = Join-Path $base out.png
        Export-DicomFrame $cine -Frame 1..3 -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'TargetNotUnique,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.TargetObject | Should -Be $cine
        "$problem" | Should -BeLike 'Cannot export*'
        Get-FileIn $base | Should -BeNullOrEmpty

        (Export-DicomFrame $slice, $color -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue).Source | Should -Be $slice
        $problem.FullyQualifiedErrorId | Should -Be 'TargetNotUnique,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.TargetObject | Should -Be $out
    }

    It 'is an error if it is no path of the file system: <_>' -ForEach 'env:x', 'nodrive:/x' {
        $id = if ($_ -like 'env*') { 'NotFileSystemPath' } else { 'DriveNotFound' }
        { Export-DicomFrame $slice -Destination $_ -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId "$id,PSDicom.Commands.ExportDicomFrameCommand"
    }

    It 'is an error if a file is in its way' {
        $file = Join-Path $base file
        Set-Content $file x
        Export-DicomFrame $slice -Destination $file -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.Count | Should -Be 1
        $problem[0].TargetObject | Should -Be (Join-Path $file slice-1.png)
        Get-Content $file | Should -Be x
    }
}

Describe 'Formats' {
    BeforeEach {
        $out = New-TestFolder
    }

    It '<Format> opens again in ImageMagick' -Skip:(-not $identify) -ForEach @(
        @{ Format = 'Png'; Magic = 'PNG' }
        @{ Format = 'Jpeg'; Magic = 'JPEG' }
        @{ Format = 'Tiff'; Magic = 'TIFF' }
        @{ Format = 'Bmp'; Magic = 'BMP' }
        @{ Format = 'Gif'; Magic = 'GIF' }
    ) {
        foreach ($source in $slice, $color) {
            $picture = Export-DicomFrame $source -Destination $out -Format $Format
            $size = (Get-DicomFile $source).Columns, (Get-DicomFile $source).Rows
            identify -format '%m %w %h' $picture.FullName | Should -Match "^$Magic\d? $($size[0]) $($size[1])$"
            "$($picture.Format)" | Should -Be $Format
        }
    }

    It 'takes jpg and tif for Jpeg and Tiff' {
        "$((Export-DicomFrame $slice -Destination $out -Format jpg).Format)" | Should -Be Jpeg
        "$((Export-DicomFrame $slice -Destination $out -Format tif).Format)" | Should -Be Tiff
        (Get-FileIn $out).Name | Sort-Object | Should -Be slice-1.jpg, slice-1.tif
    }

    It 'Npy is what Get-DicomFrame gives<Name>' -Skip:(-not $python) -ForEach @(
        @{ Name = ''; Rescaled = $false }
        @{ Name = ', rescaled'; Rescaled = $true }
    ) {
        $picture = Export-DicomFrame $slice -Destination $out -Format Npy -Rescaled:$Rescaled
        $expected = Get-DicomFrame $slice -Rescaled:$Rescaled
        $values = /usr/bin/python3 -c 'import sys, numpy; a = numpy.load(sys.argv[1]); print(a.shape); print(a.sum(), a.min(), a.max())' $picture.FullName
        $values[0] | Should -Match '64, 64\)$'
        $sum, $minimum, $maximum = $values[1] -split ' '
        [double] $minimum, [double] $maximum | Should -Be $expected.Minimum, $expected.Maximum
        [double] $sum | Should -Be ($expected.Pixels | Measure-Object -Sum).Sum
    }

    It 'Raw is the values and nothing else' {
        $picture = Export-DicomFrame $slice -Destination $out -Format Raw
        $picture.Length | Should -Be (64 * 64 * 2)
        $expected = [byte[]]::new($picture.Length)
        [Buffer]::BlockCopy((Get-DicomFrame $slice).Pixels, 0, $expected, 0, $expected.Length)
        [System.Linq.Enumerable]::SequenceEqual([byte[]] [System.IO.File]::ReadAllBytes($picture.FullName), $expected) | Should -BeTrue
    }

    It '-Combine writes all frames into one <Format>' -ForEach @(
        @{ Format = 'Gif' }, @{ Format = 'Tiff' }, @{ Format = 'Npy' }, @{ Format = 'Raw' }
    ) {
        $picture = Export-DicomFrame $cine -Destination $out -Format $Format -Combine
        @($picture).Count | Should -Be 1
        $picture.Frame | Should -BeNullOrEmpty
        $picture.FrameCount | Should -Be 8
        [System.IO.Path]::GetFileNameWithoutExtension($picture.FullName) | Should -Be cine
        (Get-FileIn $out).Count | Should -Be 1
    }

    It '-Combine makes <_> pages that ImageMagick counts' -Skip:(-not $identify) -ForEach 'Gif', 'Tiff' {
        $picture = Export-DicomFrame $cine -Destination $out -Format $_ -Combine
        @(identify -format "%w %h`n" $picture.FullName | Where-Object { $_ }).Count | Should -Be 8
    }

    It '-Combine takes the frames that are named' {
        (Export-DicomFrame $cine -Destination (Join-Path $out some.gif) -Combine -Frame 2..4).FrameCount | Should -Be 3
    }

    It '-Combine makes one picture a file' {
        $pictures = Export-DicomFrame $slice, $cine, $color -Destination $out -Format Tiff -Combine
        $pictures.FrameCount | Should -Be 1, 8, 1
    }

    It '-Quality makes JPEG smaller or larger' {
        $small = Export-DicomFrame $color -Destination (Join-Path $out a.jpg) -Quality 20
        $large = Export-DicomFrame $color -Destination (Join-Path $out b.jpg) -Quality 95
        $full = Export-DicomFrame $color -Destination (Join-Path $out c.jpg) -Quality 95 -FullChroma
        $small.Length | Should -BeLessThan $large.Length
        $large.Length | Should -BeLessThan $full.Length
    }

    It 'writes no text of the header into a picture' -ForEach 'Png', 'Jpeg', 'Tiff', 'Bmp', 'Gif', 'Npy' {
        $picture = Export-DicomFrame $slice -Destination $out -Format $_
        [System.Text.Encoding]::UTF8.GetString([System.IO.File]::ReadAllBytes($picture.FullName)) | Should -Not -Match 'Phantom|PSD-0001'
    }

    It 'writes the elements of -TextTag, and no others' {
        $picture = Export-DicomFrame $slice -Destination $out -TextTag PatientID, Modality
        $text = [System.Text.Encoding]::UTF8.GetString([System.IO.File]::ReadAllBytes($picture.FullName))
        $text | Should -Match 'PSD-0001'
        $text | Should -Match 'Modality'
        $text | Should -Not -Match 'Phantom'
    }
}

Describe 'How a picture looks' {
    BeforeAll {
        $square = Join-Path $TestDrive square.dcm
        New-SquareFile $square
        $wide = Join-Path $TestDrive wide.dcm
        New-SquareFile $wide @{
            '00281050' = 'DS', '80\160'; '00281051' = 'DS', '100\20'; '00281055' = 'LO', 'WIDE\NARROW'
        }

        function Get-Look([string] $Source, [hashtable] $Parameters = @{}) {
            $picture = Export-DicomFrame $Source -Destination (Join-Path (New-TestFolder) a.bmp) @Parameters
            (Get-BmpGrey $picture.FullName) -join ' '
        }
    }

    It 'is that of the values, without a window' {
        Get-Look $square | Should -Be '0 80 160 255'
    }

    It '<Name>' -ForEach @(
        @{ Name = 'is that of -Minimum and -Maximum'; Parameters = @{ Minimum = 80; Maximum = 160 }; Expected = '0 0 255 255' }
        @{ Name = 'is that of -WindowCenter and -WindowWidth'; Parameters = @{ WindowCenter = 80; WindowWidth = 2 }; Expected = '0 255 255 255' }
        @{ Name = 'is inverted'; Parameters = @{ Invert = $true }; Expected = '255 175 95 0' }
        @{ Name = 'is turned right by 90 degrees'; Parameters = @{ Rotate = 90 }; Expected = '160 0 255 80' }
        @{ Name = 'is turned by 180 degrees'; Parameters = @{ Rotate = 180 }; Expected = '255 160 80 0' }
        @{ Name = 'is mirrored left and right'; Parameters = @{ Flip = 'Horizontal' }; Expected = '80 0 255 160' }
        @{ Name = 'is mirrored top and bottom'; Parameters = @{ Flip = 'Vertical' }; Expected = '160 255 0 80' }
        @{ Name = 'is turned first and then mirrored'; Parameters = @{ Rotate = 90; Flip = 'Horizontal' }; Expected = '0 160 80 255' }
        @{ Name = 'is that of the smallest and largest value'; Parameters = @{ Window = 'MinMax' }; Expected = '0 80 160 255' }
    ) {
        Get-Look $square $Parameters | Should -Be $Expected
    }

    It 'is that of the file''s first window, its n-th or the one that is named' {
        $first = Get-Look $wide
        $first | Should -Match '^0 .* 255 255$'
        Get-Look $wide @{ Window = 1 } | Should -Be $first
        Get-Look $wide @{ Window = 'wide' } | Should -Be $first
        Get-Look $wide @{ Window = 2 } | Should -Match '^0 0 \d+ 255$'
        Get-Look $wide @{ Window = 'Narrow' } | Should -Match '^0 0 \d+ 255$'
    }

    It 'gives the applied window' {
        $picture = Export-DicomFrame $wide -Destination (Join-Path (New-TestFolder) a.png) -Window 2
        $picture.WindowCenter, $picture.WindowWidth | Should -Be 160, 20
    }

    It 'is that of the preset <_>' -ForEach $presets {
        $picture = Export-DicomFrame $slice -Destination (Join-Path (New-TestFolder) a.png) -Window $_
        $picture.WindowWidth | Should -BeGreaterThan 1
    }

    It 'keeps every stored value with 16 bits' {
        $picture = Export-DicomFrame $slice -Destination (Join-Path (New-TestFolder) a.png) -BitDepth 16
        $picture.BitDepth | Should -Be 16
        $picture.WindowCenter | Should -BeNullOrEmpty
    }

    It 'is as large as -Width, -Height and -Scale say' {
        $out = New-TestFolder
        $size = { param($parameters) $p = Export-DicomFrame $slice -Destination $out -Force @parameters; "$($p.Width)x$($p.Height)" }
        & $size @{ Width = 32 } | Should -Be 32x32
        & $size @{ Height = 16 } | Should -Be 16x16
        & $size @{ Width = 10; Height = 20 } | Should -Be 10x20
        & $size @{ Scale = 2 } | Should -Be 128x128
    }

    It 'has the colours of -ColorMap' {
        $out = New-TestFolder
        $map = (TabExpansion2 'Export-DicomFrame x -ColorMap V').CompletionMatches.ListItemText | Select-Object -First 1
        $grey = Export-DicomFrame $slice -Destination (Join-Path $out a.bmp)
        $hot = Export-DicomFrame $slice -Destination (Join-Path $out b.bmp) -ColorMap $map
        $hot.Length | Should -BeGreaterThan (2 * $grey.Length)
    }
}

Describe 'Names of pictures' {
    BeforeEach {
        $out = New-TestFolder
        $sources = New-TestFolder
    }

    It 'are made of the header' {
        $picture = Export-DicomFrame $cine -Frame 3 -Destination $out -NameTemplate '{Modality}/{SeriesNumber:0000}/{PatientName}_{StudyDate:yyyy-MM}_{Frame:000}'
        $picture.FullName | Should -Be (Join-Path $out 'MR/0001/Sample^Heart_2024-02_003.png')
        $picture.FullName | Should -Exist
    }

    It 'are Unknown for what the file does not have' {
        $source = Join-Path $sources a.dcm
        New-SquareFile $source @{ '00100020' = 'LO', '' }
        $picture = Export-DicomFrame $source -Destination $out -NameTemplate '{PatientID}_{AccessionNumber}_{BaseName}'
        Split-Path $picture.FullName -Leaf | Should -Be Unknown_Unknown_a.png
    }

    It 'stay in the destination, whatever the value: <Value>' -ForEach @(
        @{ Value = '..\..\evil' }, @{ Value = '../../evil' }, @{ Value = '..' }, @{ Value = '.' }, @{ Value = 'C:\evil' }, @{ Value = '/etc/evil' }
        @{ Value = 'CON' }, @{ Value = 'nul.txt' }, @{ Value = 'COM1' }, @{ Value = 'a:b' }, @{ Value = 'dots...' }, @{ Value = 'a*b?<c>|"d"' }
        @{ Value = "tab`tand$([char] 27)[31mescape" }, @{ Value = 'x' * 300 }, @{ Value = 'ü' * 300 }, @{ Value = '' }, @{ Value = '   ' }
        @{ Value = '~' }, @{ Value = '$(1)' }, @{ Value = '[a]' }, @{ Value = '{PatientName}' }, @{ Value = '\\server\share\x' }
    ) {
        $source = Join-Path $sources a.dcm
        New-SquareFile $source @{ '00081030' = 'UT', $Value }
        foreach ($template in '{StudyDescription}', '{StudyDescription}/{BaseName}', 'a/{StudyDescription}.{Frame}', '{BaseName}/{StudyDescription}/{StudyDescription}') {
            $picture = Export-DicomFrame $source -Destination $out -NameTemplate $template -Force -ErrorAction Stop
            $picture.FullName.StartsWith($out + [System.IO.Path]::DirectorySeparatorChar) | Should -BeTrue
            Test-Path -LiteralPath $picture.FullName | Should -BeTrue
            foreach ($name in $picture.FullName.Substring($out.Length + 1) -split '[\\/]') {
                $name | Should -Not -Match '[<>:"|?*\x00-\x1f\x7f]'
                $name | Should -Not -Match '[. ]$'
                $name | Should -Not -Match '^(CON|NUL|COM1)(\.|$)'
                $name.Length | Should -BeLessOrEqual 130
            }
        }
        # Nothing outside the destination.
        (Get-ChildItem -LiteralPath (Split-Path $out)).Name -like '*evil*' | Should -BeNullOrEmpty
    }

    It 'do not follow a link out of the destination' -Skip:(-not $onUnix) {
        $outside = New-TestFolder
        $null = New-Item -ItemType SymbolicLink -Path (Join-Path $out MR) -Target $outside
        Export-DicomFrame $cine -Frame 1 -Destination $out -NameTemplate '{Modality}/{BaseName}' -ErrorVariable problem -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $problem.Count | Should -Be 1
        Get-FileIn $outside | Should -BeNullOrEmpty
    }

    It 'keep apart what is too long' {
        $one = Join-Path $sources one.dcm
        $two = Join-Path $sources two.dcm
        New-SquareFile $one @{ '00081030' = 'UT', (('x' * 300) + '1') }
        New-SquareFile $two @{ '00081030' = 'UT', (('x' * 300) + '2') }
        $pictures = Export-DicomFrame $one, $two -Destination $out -NameTemplate '{StudyDescription}' -ErrorAction Stop
        @($pictures.FullName | Sort-Object -Unique).Count | Should -Be 2
    }

    It 'are decoded by -CharacterSet' {
        $source = Join-Path $sources greek.dcm
        New-SquareFile $source @{ '00080005' = 'CS', 'ISO_IR 100'; '00100010' = 'PN', [byte[]] (0xC1, 0xC2) }
        $picture = Export-DicomFrame $source -Destination $out -NameTemplate '{PatientName}' -CharacterSet 'ISO_IR 126'
        [System.IO.Path]::GetFileNameWithoutExtension($picture.FullName) | Should -BeExactly ([string]::new([char[]] (0x0391, 0x0392)))
    }

    It 'must not be the same, even with -Force' {
        $pictures = Export-DicomFrame $slice, $color -Destination $out -NameTemplate same -Force -ErrorVariable problem -ErrorAction SilentlyContinue
        @($pictures).Source | Should -Be $slice
        $problem.FullyQualifiedErrorId | Should -Be 'TargetNotUnique,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.CategoryInfo.Category | Should -Be InvalidArgument
        $problem.TargetObject | Should -Be (Join-Path $out same.png)
        "$problem" | Should -Match 'name template'
    }

    It 'are a mistake of the call: <_>' -ForEach '{NoSuchKeyword}', '{PatientID', '{}', 'a}b', '/abs/{BaseName}', '../{BaseName}' {
        { Export-DicomFrame $slice -Destination $out -NameTemplate $_ -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'InvalidNameTemplate,PSDicom.Commands.ExportDicomFrameCommand'
        Get-FileIn $out | Should -BeNullOrEmpty
    }
}

Describe 'Overwriting' {
    BeforeEach {
        $out = New-TestFolder
        $target = Join-Path $out slice-1.png
        Set-Content $target 'somebody''s own'
    }

    It 'is refused' {
        Export-DicomFrame $slice -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'TargetExists,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.CategoryInfo.Category | Should -Be ResourceExists
        $problem.TargetObject | Should -Be $target
        "$problem" | Should -BeLike "*$slice*"
        Get-Content $target | Should -Be 'somebody''s own'
        (Get-FileIn $out).Count | Should -Be 1
    }

    It 'is done with -Force' {
        $picture = Export-DicomFrame $slice -Destination $out -Force
        $picture.Length | Should -Be (Get-Item $target).Length
        [System.IO.File]::ReadAllBytes($target)[1] | Should -Be ([byte][char] 'P')
        (Get-FileIn $out).Count | Should -Be 1
    }

    It 'is not done by a picture that cannot be made' {
        $bad = Join-Path $out slice-1.dcm
        New-DicomTestFile $bad @{ '00280010' = 'US', 2; '00280011' = 'US', 2; '00280100' = 'US', 77; '7FE00010' = 'OB', [byte[]] (1, 2, 3, 4) }
        Export-DicomFrame $bad -Destination $out -Force -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.Count | Should -Be 1
        Get-Content $target | Should -Be 'somebody''s own'
    }

    It 'leaves the source alone that has the name of the picture' {
        $source = Join-Path $out picture.png
        Copy-Item $slice $source
        Export-DicomFrame $source -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue | Out-Null
        (Get-FileHash $source).Hash | Should -Be (Get-FileHash $slice).Hash
    }
}

Describe '-WhatIf and -Confirm' {
    BeforeEach {
        $out = Join-Path (New-TestFolder) 'not/there'
    }

    It 'writes nothing, not even the folder' {
        Export-DicomFrame $cine, $slice -Destination $out -WhatIf | Should -BeNullOrEmpty
        $out | Should -Not -Exist
        Split-Path $out | Should -Not -Exist
    }

    It 'says which pictures would be written' {
        # A separate host, because the message goes to the host.
        $code = "Import-Module '$module'; Export-DicomFrame '$cine' -Destination '$out' -Frame 2..3 -WhatIf"
        $shell = Get-PowerShellCommand
        $said = @(& $shell.Program ($shell.Arguments + '-NoProfile' + '-NonInteractive' + '-Command' + $code))
        $said.Count | Should -Be 2
        $said[0] | Should -BeLike "*frame 2 of '$cine'*"
        $said[0] | Should -BeLike "*$(Join-Path $out cine_2.png)*"
        $said[1] | Should -BeLike '*cine_3.png*'
    }

    It 'reports names that are already in use' {
        $null = New-Item -ItemType Directory $out
        $target = Join-Path $out slice-1.png
        Set-Content $target x
        Export-DicomFrame $slice -Destination $out -WhatIf -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'TargetExists,PSDicom.Commands.ExportDicomFrameCommand'
        Get-Content $target | Should -Be x
    }

    It 'is supported, with -Confirm' {
        $parameters = (Get-Command Export-DicomFrame).Parameters
        $parameters.Keys | Should -Contain WhatIf
        $parameters.Keys | Should -Contain Confirm
        (Export-DicomFrame $slice -Destination $out -Confirm:$false).FullName | Should -Exist
    }

    It 'obeys $WhatIfPreference' {
        $WhatIfPreference = $true
        try {
            Export-DicomFrame $slice -Destination $out | Should -BeNullOrEmpty
        }
        finally {
            $WhatIfPreference = $false
        }
        $out | Should -Not -Exist
    }
}

Describe 'A mistake of the call' {
    It 'ends it: <Name>' -ForEach @(
        @{ Name = 'two windows'; Id = 'ConflictingParameters'; Parameters = @{ Window = 'Brain'; WindowCenter = 40; WindowWidth = 80 } }
        @{ Name = 'a window and a range'; Id = 'ConflictingParameters'; Parameters = @{ Window = 'Brain'; Minimum = 0 } }
        @{ Name = 'half a window'; Id = 'ConflictingParameters'; Parameters = @{ WindowCenter = 40 } }
        @{ Name = 'the other half'; Id = 'ConflictingParameters'; Parameters = @{ WindowWidth = 40 } }
        @{ Name = 'a width of 0'; Id = 'ConflictingParameters'; Parameters = @{ WindowCenter = 40; WindowWidth = 0 } }
        @{ Name = 'a range upside down'; Id = 'ConflictingParameters'; Parameters = @{ Minimum = 40; Maximum = 0 } }
        @{ Name = '-Scale with -Width'; Id = 'ConflictingParameters'; Parameters = @{ Scale = 2; Width = 100 } }
        @{ Name = '-Scale 0'; Id = 'ConflictingParameters'; Parameters = @{ Scale = 0 } }
        @{ Name = '-Combine into PNG'; Id = 'ConflictingParameters'; Parameters = @{ Combine = $true } }
        @{ Name = '-Rescaled PNG'; Id = 'ConflictingParameters'; Parameters = @{ Rescaled = $true } }
        @{ Name = '-Rescaled with a window'; Id = 'ConflictingParameters'; Parameters = @{ Rescaled = $true; Format = 'Tiff'; Window = 'Brain' } }
        @{ Name = '16 bits in JPEG'; Id = 'ConflictingParameters'; Parameters = @{ BitDepth = 16; Format = 'Jpeg' } }
        @{ Name = 'a window for data'; Id = 'ConflictingParameters'; Parameters = @{ Window = 'Brain'; Format = 'Npy' } }
        @{ Name = 'a window 0'; Id = 'InvalidWindow'; Parameters = @{ Window = 0 } }
        @{ Name = 'an unknown colour map'; Id = 'UnknownColorMap'; Parameters = @{ ColorMap = 'Viridiss' } }
        @{ Name = 'an unknown tag'; Id = 'UnknownTag'; Parameters = @{ TextTag = 'PatientNam' } }
        @{ Name = 'an unknown character set'; Id = 'UnknownCharacterSet'; Parameters = @{ CharacterSet = 'nonsense' } }
        @{ Name = '7 bits'; Id = 'ParameterArgumentValidationError'; Parameters = @{ BitDepth = 7 } }
        @{ Name = '45 degrees'; Id = 'ParameterArgumentValidationError'; Parameters = @{ Rotate = 45 } }
        @{ Name = 'no width'; Id = 'ParameterArgumentValidationError'; Parameters = @{ Width = 0 } }
        @{ Name = 'a quality of 101'; Id = 'ParameterArgumentValidationError'; Parameters = @{ Quality = 101 } }
        @{ Name = 'an unknown format'; Id = 'CannotConvertArgumentNoMessage'; Parameters = @{ Format = 'jp2' } }
    ) {
        $out = Join-Path $TestDrive never
        { Export-DicomFrame $slice -Destination $out @Parameters -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId "$Id,PSDicom.Commands.ExportDicomFrameCommand"
        $out | Should -Not -Exist
    }

    It 'ends it: a format that the name of the picture contradicts' {
        { Export-DicomFrame $slice -Destination (Join-Path $TestDrive x.png) -Format Jpeg -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'ConflictingParameters,PSDicom.Commands.ExportDicomFrameCommand'
    }
}

Describe 'Errors' {
    BeforeEach {
        $out = New-TestFolder
    }

    It 'reports a file without an image' {
        Export-DicomFrame $report -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'NoPixelData,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.TargetObject | Should -Be $report
    }

    It 'reports a missing frame, and writes the others' {
        $pictures = Export-DicomFrame $cine -Frame 2, 9, 3 -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue
        $pictures.Frame | Should -Be 2, 3
        $problem.FullyQualifiedErrorId | Should -Be 'FrameNotFound,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.TargetObject | Should -Be $cine
        "$problem" | Should -Match 'no frame 9'
    }

    It 'says which windows the file has' {
        Export-DicomFrame $slice -Window 7 -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'WindowNotFound,PSDicom.Commands.ExportDicomFrameCommand'
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        $problem.TargetObject | Should -Be $slice
        "$problem" | Should -BeLike 'Cannot export*'
        Get-FileIn $out | Should -BeNullOrEmpty
    }

    It 'are one for each bad one of 200 files, in order, at a throttle limit of <_>' -ForEach 1, 4, 32 {
        $limit = $_
        $sources = Join-Path $TestDrive "mixed$limit"
        $null = New-Item -ItemType Directory $sources
        $good = $slice, $color, (Join-Path $samples ct/slice-2.dcm)
        $paths = foreach ($number in 1..200) {
            $path = Join-Path $sources ('{0:000}.dcm' -f $number)
            switch ($number % 10) {
                3 { Set-Content $path ('This is a text and no DICOM file at all. ' * 20) }
                5 { Copy-Item $report $path }
                7 { [System.IO.File]::WriteAllBytes($path, [System.IO.File]::ReadAllBytes($slice)[0..999]) }
                9 { }
                0 { Copy-Item $cine $path }
                default { Copy-Item $good[$number % 3] $path }
            }
            $path
        }
        $all = $paths | Export-DicomFrame -Destination $out -ThrottleLimit $limit -ErrorAction Continue 3>$null 2>&1
        $pictures = @($all | Where-Object { $_ -is [PSDicom.ExportedFrame] })
        $problems = @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })

        # In the order of the files, with errors in place.
        $order = $all | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.Source } }
        $order | Should -Be ($order | Sort-Object)
        @($order | Select-Object -Unique) | Should -Be $paths
        $problems.Count | Should -Be 80
        $ids = $problems | ForEach-Object { ($_.FullyQualifiedErrorId -split ',')[0] } | Group-Object -AsHashTable
        $ids.NotDicom.Count | Should -Be 20
        $ids.FileNotFound.Count | Should -Be 20
        $ids.NoPixelData.Count | Should -BeGreaterOrEqual 20
        $pictures.Count | Should -Be (100 + 20 * 8)
        @($pictures | Where-Object Source -eq $paths[9]).Frame | Should -Be (1..8)
        (Get-FileIn $out).FullName | Sort-Object | Should -Be ($pictures.FullName | Sort-Object)
    }

    It 'stop at the first one with -ErrorAction Stop' {
        { Export-DicomFrame $slice, $report, $color -Destination $out -ErrorAction Stop } |
            Should -Throw -ErrorId 'NoPixelData,PSDicom.Commands.ExportDicomFrameCommand'
        @(Get-FileIn $out | Where-Object Extension -ne '.png') | Should -BeNullOrEmpty
    }
}

Describe 'A disk' {
    BeforeEach {
        $out = New-TestFolder
    }

    AfterEach {
        if ($canUmount) { umount $out }
        $canUmount = $false
    }

    It 'that is full keeps no half picture' -Skip:(-not $canMount) {
        mount -t tmpfs -o size=64k tmpfs $out
        $canUmount = $true
        $pictures = @(Export-DicomFrame $clip -Frame 1..4 -Window None -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue)
        $pictures | Should -BeNullOrEmpty
        $problem.Count | Should -Be 4
        $problem[0].FullyQualifiedErrorId | Should -Be 'DiskFull,PSDicom.Commands.ExportDicomFrameCommand'
        $problem[0].CategoryInfo.Category | Should -Be LimitsExceeded
        $problem[0].TargetObject | Should -Be (Join-Path $out clip_001.png)
        "$($problem[1])" | Should -BeLike "*frame 2 of '$clip'*full*"
        Get-FileIn $out | Should -BeNullOrEmpty
    }

    It 'that gets full keeps the pictures that are whole' -Skip:(-not $canMount) {
        mount -t tmpfs -o size=64k tmpfs $out
        $canUmount = $true
        $pictures = @($cine | Export-DicomFrame -Format Bmp -Scale 2 -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue)
        $pictures.Count | Should -BeGreaterThan 0
        $problem.Count | Should -Be (8 - $pictures.Count)
        (Get-FileIn $out).FullName | Sort-Object | Should -Be ($pictures.FullName | Sort-Object)
        $pictures | ForEach-Object { (Get-Item $_.FullName).Length | Should -Be $_.Length }
    }

    It 'that is read-only is one error per picture' -Skip:(-not $canMount) {
        mount -t tmpfs -o ro tmpfs $out
        $canUmount = $true
        $null = Export-DicomFrame $cine -Frame 1, 2 -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.Count | Should -Be 2
        $problem[0].FullyQualifiedErrorId | Should -Be 'AccessDenied,PSDicom.Commands.ExportDicomFrameCommand'
        $problem[0].CategoryInfo.Category | Should -Be PermissionDenied
        $problem[0].TargetObject | Should -Be (Join-Path $out cine_1.png)
        "$($problem[0])" | Should -BeLike "*frame 1 of '$cine'*read-only*"
    }

    It 'that may not be written to is one error per picture' -Skip:(-not $onUnix -or $isRoot) {
        chmod 500 $out
        try {
            $null = Export-DicomFrame $slice -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue
        }
        finally {
            chmod 700 $out
        }
        $problem.FullyQualifiedErrorId | Should -Be 'AccessDenied,PSDicom.Commands.ExportDicomFrameCommand'
        Get-FileIn $out | Should -BeNullOrEmpty
    }

    It 'with too long a path is an error' -Skip:(-not $onUnix) {
        $long = $out
        while ($long.Length -lt 5000) { $long = Join-Path $long ('x' * 100) }
        $null = Export-DicomFrame $slice -Destination $long -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'PathTooLong,PSDicom.Commands.ExportDicomFrameCommand'
    }
}

Describe 'Stopping' {
    It 'leaves no half picture, whenever it is' {
        $out = New-TestFolder
        foreach ($milliseconds in 0, 5, 10, 20, 30, 50, 80, 120, 200, 300, 400, 500) {
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                param($module, $path, $out)
                Import-Module $module
                'ready'
                while ($true) { Export-DicomFrame $path -Destination $out -Force }
            }).AddArgument($module).AddArgument($clip).AddArgument($out)
            $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
            $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
            while ($output.Count -eq 0 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 5 }
            Start-Sleep -Milliseconds $milliseconds
            $stopping = $shell.BeginStop($null, $null)
            $stopping.AsyncWaitHandle.WaitOne(300000) | Should -BeTrue
            $shell.InvocationStateInfo.State | Should -Be Stopped
            $shell.Dispose()
            $files = Get-FileIn $out
            $files | Where-Object Extension -ne '.png' | Should -BeNullOrEmpty
            foreach ($file in $files) {
                $bytes = [System.IO.File]::ReadAllBytes($file.FullName)
                [System.Text.Encoding]::ASCII.GetString($bytes, $bytes.Length - 8, 4) | Should -Be IEND
            }
        }
        (Get-FileIn $out).Count | Should -BeGreaterThan 0
    }

    It 'ends when no more is wanted' {
        $out = New-TestFolder
        $pictures = Export-DicomFrame $clip -Destination $out -ThrottleLimit 2 | Select-Object -First 3
        $pictures.Frame | Should -Be 1, 2, 3
        $files = Get-FileIn $out
        $files.Count | Should -BeLessThan 60
        $files | Where-Object Extension -ne '.png' | Should -BeNullOrEmpty
        Start-Sleep -Milliseconds 300
        (Get-FileIn $out).Count | Should -Be $files.Count
    }

    It 'deletes the partial file of one large picture' {
        $out = New-TestFolder
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $path, $out)
            Import-Module $module
            Export-DicomFrame $path -Destination (Join-Path $out all.tif) -Combine -BitDepth 16
        }).AddArgument($module).AddArgument($clip).AddArgument($out)
        $running = $shell.BeginInvoke()
        # The file with the temporary name is there.
        $end = [DateTime]::UtcNow.AddMinutes(5)
        while ((Get-FileIn $out).Count -eq 0 -and -not $running.IsCompleted -and [DateTime]::UtcNow -lt $end) { Start-Sleep -Milliseconds 2 }
        (Get-FileIn $out).Count | Should -Be 1
        $running.IsCompleted | Should -BeFalse
        $stopping = $shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne(300000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be Stopped
        $shell.Dispose()
        Get-FileIn $out | Should -BeNullOrEmpty
    }
}

Describe 'Progress' {
    It 'shows the number of pictures, their rate and the remaining time' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $path, $out)
            Import-Module $module
            Export-DicomFrame $path -Destination $out | ForEach-Object { Start-Sleep -Milliseconds 10 }
        }).AddArgument($module).AddArgument($clip).AddArgument((New-TestFolder))
        $null = $shell.Invoke()
        $shown = @($shell.Streams.Progress | Where-Object Activity -eq Export-DicomFrame)
        $shell.Dispose()
        $shown.Count | Should -BeGreaterThan 2
        $shown[0].StatusDescription | Should -Match '^\d+ pictures, \d+ a second$'
        $shown[0].PercentComplete | Should -BeGreaterThan 0
        $shown[0].SecondsRemaining | Should -BeGreaterOrEqual 0
        $shown[1].PercentComplete | Should -BeGreaterOrEqual $shown[0].PercentComplete
        $shown[0].CurrentOperation | Should -Be $clip
        $shown[-1].RecordType | Should -Be Completed
    }
}

Describe 'An ExportedFrame' {
    BeforeAll {
        $out = New-TestFolder
        $picture = Export-DicomFrame $slice -Destination $out
    }

    It 'pipes on into Get-Item, Copy-Item and Remove-Item' {
        ($picture | Get-Item).FullName | Should -Be $picture.FullName
        $copies = New-TestFolder
        $picture | Copy-Item -Destination $copies
        Join-Path $copies slice-1.png | Should -Exist
        $other = Export-DicomFrame $color -Destination $copies
        $other | Remove-Item
        $other.FullName | Should -Not -Exist
    }

    It 'does so whatever the name of the source: <_>' -ForEach 'scan[1].dcm', '[a-c].dcm', 'a`b.dcm', "it's & more.dcm", 'IM0001', '1.2.840.113619' {
        $source = Join-Path (New-TestFolder) $_
        [System.IO.File]::Copy($slice, $source)
        $one = Get-Item -LiteralPath $source | Export-DicomFrame -Destination (New-TestFolder)
        Test-Path -LiteralPath $one.FullName | Should -BeTrue
        ($one | Get-Item).FullName | Should -Be $one.FullName
    }

    It 'prints as a table' {
        $view = $picture | Out-String -Width 200
        $view | Should -Match 'Frame +Format +Width +Height +BitDepth +WindowCenter +WindowWidth +Length'
        $view | Should -Match '1 +Png +64 +64 +8 +40 +400 +\d+'
    }

    It 'survives CSV, JSON and jobs' {
        $row = $picture | ConvertTo-Csv | ConvertFrom-Csv
        $row.FullName, $row.Format, $row.Frame | Should -Be $picture.FullName, 'Png', '1'
        $row.PSObject.Properties.Name | Should -Be FullName, PSPath, Source, Frame, FrameCount, Width, Height, Format, BitDepth, WindowCenter, WindowWidth, Length
        $json = $picture | ConvertTo-Json -WarningAction Stop | ConvertFrom-Json
        $json.FullName, $json.Width | Should -Be $picture.FullName, 64
        $back = Start-Job { Import-Module $using:module; Export-DicomFrame $using:slice -Destination $using:out -Force } | Receive-Job -Wait -AutoRemoveJob
        $back.FullName | Should -Be $picture.FullName
        "$($back.Format)" | Should -Be Png
        $back.Length | Should -Be $picture.Length
        $back | Out-String -Width 200 | Should -Match '1 +Png +64 +64 +8'
        ($back | Get-Item).FullName | Should -Be $picture.FullName
    }
}

Describe 'Completion' {
    BeforeAll {
        function Get-Completion([string] $Text) {
            (TabExpansion2 $Text).CompletionMatches
        }
    }

    It 'offers windows' {
        $names = (Get-Completion 'Export-DicomFrame x -Window ').CompletionText
        'Brain', 'Bone', 'Lung', 'MinMax', 'Percentile', 'None', 'Default' | Should -BeIn $names
        (Get-Completion 'Export-DicomFrame x -Window br').CompletionText | Should -Be Brain
        (Get-Completion "Export-DicomFrame x -Window 'br").CompletionText | Should -Be "'Brain'"
    }

    It 'offers colour maps' {
        (Get-Completion 'Export-DicomFrame x -ColorMap vir').CompletionText | Should -Be Viridis
    }

    It 'offers formats, angles and bits' {
        'Png', 'Jpeg', 'Tiff' | Should -BeIn (Get-Completion 'Export-DicomFrame x -Format ').CompletionText
        (Get-Completion 'Export-DicomFrame x -Rotate 9').CompletionText | Should -Be 90
        (Get-Completion 'Export-DicomFrame x -BitDepth 1').CompletionText | Should -Be 16
        'Horizontal', 'Vertical' | Should -BeIn (Get-Completion 'Export-DicomFrame x -Flip ').CompletionText
    }

    It 'offers the fields of a template after its last brace' {
        (Get-Completion "Export-DicomFrame x -NameTemplate '{PatientID}/{BaseN").CompletionText | Should -Be "'{PatientID}/{BaseName}'"
        (Get-Completion "Export-DicomFrame x -NameTemplate '{SeriesNum").CompletionText | Should -Be "'{SeriesNumber}'"
        'BaseName', 'Folder', 'Frame', 'PatientID' | Should -BeIn (Get-Completion "Export-DicomFrame x -NameTemplate '").ListItemText
    }

    It 'offers keywords for -TextTag' {
        (Get-Completion 'Export-DicomFrame x -TextTag PatientNa').CompletionText | Should -Be PatientName
    }
}
