# What a conversion changes is tested in PSDicom.Core.Tests; how paths bind, with Get-DicomFile.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $number = 0
    function New-TestFolder {
        $script:number++
        (New-Item -ItemType Directory (Join-Path $TestDrive "convert$script:number")).FullName
    }

    function New-Image([string] $Path, [hashtable] $More = @{}) {
        $elements = New-PixelElement
        $elements['00280010'] = 'US', 64
        $elements['00280011'] = 'US', 64
        $elements['00080018'] = 'UI', '1.2.3.4'
        $elements['7FE00010'] = 'OB', [byte[]] (0..4095 | ForEach-Object { $_ % 61 })
        foreach ($key in $More.Keys) { $elements[$key] = $More[$key] }
        New-DicomTestFile $Path $elements
    }

    function Get-Hash([string] $Path) { (Get-FileHash -LiteralPath $Path).Hash }
}

Describe 'Convert-DicomFile' {
    BeforeEach {
        $folder = New-TestFolder
        $file = Join-Path $folder a.dcm
        New-Image $file
        $out = Join-Path $folder out
    }

    It 'writes copies and says what became of them' {
        $hash = Get-Hash $file
        $result = Convert-DicomFile $file JpegLsLossless -Destination $out
        $result | Should -BeOfType ([PSDicom.DicomConversion])
        $copy = Join-Path $out a.dcm
        $result.FullName, $result.Source, $result.IsChanged, $result.IsLossy, $result.FrameCount | Should -Be $copy, $file, $true, $false, 1
        "$($result.SourceTransferSyntax.UID) $($result.TransferSyntax.UID)" | Should -Be '1.2.840.10008.1.2.1 1.2.840.10008.1.2.4.80'
        $result.SourceLength, $result.Length | Should -Be (Get-Item $file).Length, (Get-Item $copy).Length
        $result.Ratio | Should -BeGreaterThan 1
        $result.Duration | Should -BeOfType ([timespan])
        (Get-DicomFrame $copy).GetPixels() | Should -Be (Get-DicomFrame $file).GetPixels()
        (Get-DicomFile $copy).SOPInstanceUID | Should -Be 1.2.3.4
        Get-Hash $file | Should -Be $hash
    }

    It 'takes names, keywords and identifiers of the standard' {
        foreach ($name in 'jpeglslossless', 'JPEGLSLossless', '1.2.840.10008.1.2.4.80', 'JPEG-LS Lossless Image Compression') {
            (Convert-DicomFile $file -TransferSyntax $name -Destination $out -Force).TransferSyntax.UID | Should -Be 1.2.840.10008.1.2.4.80
        }
        { Convert-DicomFile $file -TransferSyntax MPEG2MPML -Destination $out } | Should -Throw -ErrorId 'UnknownTransferSyntax,*'
    }

    It 'completes the names of what can be written' {
        $names = (TabExpansion2 'Convert-DicomFile a.dcm -TransferSyntax Jpeg').CompletionMatches.CompletionText
        'JpegLossless', 'JpegLsLossless', 'Jpeg2000', 'Jpeg' | Should -BeIn $names
        (TabExpansion2 'Convert-DicomFile a.dcm -TransferSyntax Nat').CompletionMatches.CompletionText | Should -Be Native
    }

    It 'converts in place, once' {
        $first = Convert-DicomFile $file RleLossless -InPlace -Backup
        $first.BackupName | Should -Be "$file.~bak"
        (Convert-DicomFile $file RleLossless -InPlace).IsChanged | Should -BeFalse
        (Convert-DicomFile $file Native -InPlace -PassThru).TransferSyntax.UID | Should -Be 1.2.840.10008.1.2.1
    }

    It 'keeps the path below a folder that is searched' {
        New-Image (Join-Path $folder in/deep/c.dcm)
        $null = Convert-DicomFile (Join-Path $folder in) -Recurse -TransferSyntax Deflated -Destination $out
        Join-Path $out deep/c.dcm | Should -Exist
        { Convert-DicomFile $folder -Recurse -TransferSyntax Deflated -Destination $out } | Should -Throw -ErrorId 'ConflictingParameters,*'
        $null = Convert-DicomFile (Join-Path $folder in) -Recurse -TransferSyntax Deflated -Destination $out -SkipExisting -WarningVariable skipped -WarningAction SilentlyContinue
        "$skipped" | Should -BeLike '*1*'
    }

    It 'needs exactly one of -InPlace and -Destination, and options of its transfer syntax' {
        { Convert-DicomFile $file Native } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Convert-DicomFile $file Native -InPlace -Destination $out } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Convert-DicomFile $file Native -InPlace -Quality 50 } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Convert-DicomFile $file Jpeg -InPlace -Ratio 5 } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Convert-DicomFile $file Jpeg -InPlace -NearLossless 5 } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'makes another image with loss' {
        $result = Convert-DicomFile $file JpegLsNearLossless -NearLossless 3 -Destination $out
        $result.IsLossy | Should -BeTrue
        $copy = Get-DicomFile $result.FullName
        $copy.SOPInstanceUID | Should -BeLike '2.25.*'
        $copy.LossyImageCompression | Should -Be '01'
        { Convert-DicomFile $result.FullName Jpeg -Destination (Join-Path $folder again) -ErrorAction Stop } | Should -Throw -ErrorId 'RepeatedLoss,*'
        (Convert-DicomFile $result.FullName Jpeg -Quality 80 -AllowRepeatedLoss -Destination (Join-Path $folder again)).IsLossy | Should -BeTrue
    }

    It 'refuses what the standard forbids, and leaves the file' {
        $float = Join-Path $folder seg.dcm
        New-Image $float @{ '00280100' = 'US', 1; '00280101' = 'US', 1; '00280102' = 'US', 0; '00280010' = 'US', 8; '00280011' = 'US', 8; '7FE00010' = 'OB', [byte[]]::new(8) }
        $hash = Get-Hash $float
        $results = Convert-DicomFile $float, $file RleLossless -InPlace -ErrorVariable failure -ErrorAction SilentlyContinue
        $results.FullName | Should -Be $file
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'PixelFormatNotAllowed,*'
        $failure[0].TargetObject | Should -Be $float
        Get-Hash $float | Should -Be $hash
        { Convert-DicomFile $float Jpeg2000 -Destination $out -ErrorAction Stop } | Should -Throw -ErrorId 'LossNotAllowed,*'
    }

    It 'reports damage and leaves the file' {
        $damaged = Join-Path $folder damaged.dcm
        New-Image $damaged @{ '7FE00010' = 'OB', [byte[]]::new(4000) }
        { Convert-DicomFile $damaged RleLossless -Destination $out -ErrorAction Stop } | Should -Throw -ErrorId 'FrameDamaged,*'
        $out | Should -Not -Exist
    }

    It 'converts only what becomes smaller' {
        $noise = [byte[]]::new(4096)
        [System.Random]::new(1).NextBytes($noise)
        New-Image (Join-Path $folder b.dcm) @{ '7FE00010' = 'OB', $noise }
        $results = Convert-DicomFile (Join-Path $folder *.dcm) JpegLsLossless -IfSmaller -Destination $out
        $results.IsChanged | Should -Be $true, $false
        Get-Hash (Join-Path $out b.dcm) | Should -Be (Get-Hash (Join-Path $folder b.dcm))
    }

    It 'leaves files without pixels as they are' {
        New-DicomTestFile $file @{ '00080060' = 'CS', 'SR' }
        $result = Convert-DicomFile $file JpegLsLossless -Destination $out -WarningVariable warnings -WarningAction SilentlyContinue
        $result.IsChanged | Should -BeFalse
        "$warnings" | Should -BeLike '*no pixel data*'
    }

    It 'writes nothing with -WhatIf, and reports errors' {
        Convert-DicomFile $file JpegLsLossless -Destination $out -WhatIf | Should -BeNullOrEmpty
        $out | Should -Not -Exist
    }

    It 'can be exported and sent' {
        $row = Convert-DicomFile $file RleLossless -Destination $out | ConvertTo-Csv | ConvertFrom-Csv
        $row.FullName, $row.FrameCount | Should -Be (Join-Path $out a.dcm), '1'
        $row.TransferSyntax | Should -Be 'RLE Lossless'
        "$(Convert-DicomFile $file RleLossless -Destination $out -Force | Out-String)" | Should -BeLike '*Changed*Ratio*a.dcm*'
    }
}

Describe 'about_PSDicom_Conversion' {
    It 'is found' {
        Get-Help about_PSDicom_Conversion | Out-String | Should -BeLike '*JpegLsLossless*'
    }
}
