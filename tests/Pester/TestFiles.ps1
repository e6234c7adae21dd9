# Makes the DICOM files of the tests, and other common functions. Dot-source it in BeforeAll.

# The command that starts another PowerShell of the same kind: a program and its first arguments. As a .NET tool it is a library, run by dotnet.
function Get-PowerShellCommand {
    $process = Get-Process -Id $PID
    [pscustomobject] @{
        Program = $process.Path
        Arguments = @(if ($process.Name -eq 'dotnet') { Join-Path $PSHOME pwsh.dll })
    }
}

# The bytes of a data set, Explicit VR Little Endian. Elements are written in the order of their tags; each is a VR and its values:
#   @{ '00080060' = 'CS', 'CT'; '00280010' = 'US', 512; '00081140' = 'SQ', @{ '00081155' = 'UI', '1.2.3' } }
# Text is UTF-8, several texts are separated by a backslash; the value may also be bytes; a sequence has a table an item.
function ConvertTo-DicomByte([System.Collections.IDictionary] $Elements) {
    $stream = [System.IO.MemoryStream]::new()
    $writer = [System.IO.BinaryWriter]::new($stream)
    foreach ($tag in $Elements.Keys | Sort-Object) {
        $vr, $values = $Elements[$tag]
        $writer.Write([Convert]::ToUInt16($tag.Substring(0, 4), 16))
        $writer.Write([Convert]::ToUInt16($tag.Substring(4, 4), 16))
        $writer.Write([System.Text.Encoding]::ASCII.GetBytes($vr))
        [byte[]] $value = switch ($vr) {
            'SQ' {
                foreach ($item in $values) {
                    [byte[]] $content = @(ConvertTo-DicomByte $item)
                    [byte[]] (0xFE, 0xFF, 0x00, 0xE0) + [BitConverter]::GetBytes([uint32] $content.Length) + $content
                }
            }
            'US' { foreach ($number in $values) { [BitConverter]::GetBytes([uint16] $number) } }
            'UL' { foreach ($number in $values) { [BitConverter]::GetBytes([uint32] $number) } }
            default {
                if ($values -is [byte[]]) { $values }
                else {
                    $text = [System.Text.Encoding]::UTF8.GetBytes("$values")
                    if ($text.Length % 2) { $text += [byte] $(if ($vr -eq 'UI') { 0 } else { 0x20 }) }
                    $text
                }
            }
        }
        if ($null -eq $value) { $value = [byte[]]::new(0) }
        if ($vr -in 'OB', 'OW', 'SQ', 'UN', 'UT') {
            $writer.Write([uint16] 0)
            $writer.Write([uint32] $value.Length)
        }
        else {
            $writer.Write([uint16] $value.Length)
        }
        $writer.Write($value)
    }
    $stream.ToArray()
}

# Writes a DICOM file, with the elements that every file needs added.
function New-DicomTestFile([string] $Path, [System.Collections.IDictionary] $Elements = @{}) {
    $meta = @{
        '00020001' = 'OB', [byte[]] (0, 1)
        '00020002' = 'UI', '1.2.840.10008.5.1.4.1.1.7'
        '00020003' = 'UI', '1.2.3.4'
        '00020010' = 'UI', '1.2.840.10008.1.2.1'
    }
    $dataset = @{ '00080005' = 'CS', 'ISO_IR 192'; '00080016' = 'UI', '1.2.840.10008.5.1.4.1.1.7'; '00080018' = 'UI', '1.2.3.4' }
    foreach ($tag in $Elements.Keys) { $dataset[$tag] = $Elements[$tag] }
    [byte[]] $header = @(ConvertTo-DicomByte $meta)
    [byte[]] $length = @(ConvertTo-DicomByte @{ '00020000' = 'UL', $header.Length })
    $bytes = [byte[]]::new(128) + [System.Text.Encoding]::ASCII.GetBytes('DICM') + $length + $header + @(ConvertTo-DicomByte $dataset)
    $folder = [System.IO.Path]::GetDirectoryName($Path)
    if ($folder -and -not [System.IO.Directory]::Exists($folder)) { $null = [System.IO.Directory]::CreateDirectory($folder) }
    [System.IO.File]::WriteAllBytes($Path, [byte[]] $bytes)
}

# The elements of a small image of two by two pixels per frame.
function New-PixelElement([int] $Frames = 1) {
    $elements = @{
        '00280002' = 'US', 1
        '00280004' = 'CS', 'MONOCHROME2'
        '00280010' = 'US', 2
        '00280011' = 'US', 2
        '00280100' = 'US', 8
        '00280101' = 'US', 8
        '00280102' = 'US', 7
        '00280103' = 'US', 0
        '7FE00010' = 'OB', [byte[]]::new(4 * $Frames)
    }
    if ($Frames -gt 1) { $elements['00280008'] = 'IS', $Frames }
    $elements
}

# Writes a file of many frames of noise, 16 bits per value: large but fast to make, and slow to compress.
function New-ClipTestFile([string] $Path, [int] $Frames, [int] $Rows = 256, [int] $Columns = 256) {
    $elements = @{
        '00280002' = 'US', 1
        '00280004' = 'CS', 'MONOCHROME2'
        '00280008' = 'IS', $Frames
        '00280010' = 'US', $Rows
        '00280011' = 'US', $Columns
        '00280100' = 'US', 16
        '00280101' = 'US', 16
        '00280102' = 'US', 15
        '00280103' = 'US', 0
    }
    New-DicomTestFile $Path $elements
    $frame = [byte[]]::new(2 * $Rows * $Columns)
    [Random]::new(1).NextBytes($frame)
    $stream = [System.IO.File]::Open($Path, 'Append')
    try {
        $stream.Write([byte[]] (0xE0, 0x7F, 0x10, 0x00, 0x4F, 0x57, 0, 0), 0, 8)
        $stream.Write([BitConverter]::GetBytes([uint32] ($frame.Length * $Frames)), 0, 4)
        for ($number = 0; $number -lt $Frames; $number++) { $stream.Write($frame, 0, $frame.Length) }
    }
    finally {
        $stream.Dispose()
    }
}
