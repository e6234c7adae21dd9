# Values and names of files send no control characters and no bidirectional controls to a terminal. Values themselves are unchanged.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    # ESC [ and OSC, BEL, C1, CR, DEL, bidirectional controls, a line separator, an invisible character.
    $hostile = -join [char[]] (0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x1B, 0x5D, 0x30, 0x3B, 0x54, 0x07, 0x9B, 0x33, 0x6D, 0x85, 0x0D, 0x7F, 0x202E, 0x2066, 0x61C, 0x2028, 0x200B)
    $unsafe = '[\x00-\x08\x0B-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069]'

    function New-HostileElement {
        $elements = New-PixelElement
        $elements['00080005'] = 'CS', "ISO_IR 192\$hostile"
        $elements['00080016'] = 'UI', $hostile
        $elements['00080012'] = 'DA', "20240101\$hostile"
        $elements['00080060'] = 'CS', $hostile
        $elements['00080080'] = 'LO', "A\B$hostile"
        $elements['00081030'] = 'LO', $hostile
        $elements['0008103E'] = 'LO', $hostile
        $elements['00081050'] = 'PN', "A\B$hostile"
        $elements['00081140'] = 'SQ', @{ '00081155' = 'UI', $hostile; '00100010' = 'PN', $hostile }
        $elements['00090010'] = 'LO', $hostile
        $elements['00091001'] = 'LO', $hostile
        $elements['00100010'] = 'PN', "Name$hostile"
        $elements['00104000'] = 'LT', $hostile
        $elements['00280004'] = 'CS', $hostile
        $elements['00280008'] = 'IS', $hostile
        $elements['00281050'] = 'DS', '40'
        $elements['00281051'] = 'DS', '80'
        $elements['00281055'] = 'LO', $hostile
        $elements
    }

    $folder = Join-Path $TestDrive files
    $path = Join-Path $folder good.dcm
    New-DicomTestFile $path (New-HostileElement)
    $bytes = [System.IO.File]::ReadAllBytes($path)
    [System.IO.File]::WriteAllBytes((Join-Path $folder cut.dcm), [byte[]] $bytes[0..($bytes.Length - 4)])

    # The transfer syntax, of the same length.
    $syntax = [byte[]] $bytes.Clone()
    $place = [System.Text.Encoding]::GetEncoding(28591).GetString($bytes).IndexOf('1.2.840.10008.1.2.1' + [char] 0)
    [System.Text.Encoding]::GetEncoding(28591).GetBytes("1.2.3$([char] 0x1B)[31m$([char] 0x9B)2J").CopyTo($syntax, $place)
    [System.IO.File]::WriteAllBytes((Join-Path $folder syntax.dcm), $syntax)
    $none = New-HostileElement
    foreach ($tag in @($none.Keys -like '0028*') + @($none.Keys -like '7FE0*')) { $none.Remove($tag) }
    $none['00287FE0'] = 'UT', $hostile
    New-DicomTestFile (Join-Path $folder none.dcm) $none
    $isUnix = [System.IO.Path]::DirectorySeparatorChar -eq '/'
    if ($isUnix) {
        [System.IO.File]::WriteAllBytes((Join-Path $folder "named$hostile.dcm"), $bytes)
        [System.IO.File]::WriteAllText((Join-Path $folder "text$hostile.txt"), 'no DICOM')
        $null = [System.IO.Directory]::CreateDirectory((Join-Path $folder ".hidden$hostile"))
    }
    $files = @([System.IO.Directory]::GetFiles($folder))

    # All that a host would show: objects in their views, and the text of every stream. PowerShell's own colors are off, without stripping others.
    function Get-Shown([string] $Script) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript(@'
            param($module, $folder, $files, $out, $hostile, $script)
            Import-Module $module
            if ($PSStyle) {
                $PSStyle.OutputRendering = 'Ansi'
                foreach ($name in 'FormatAccent', 'ErrorAccent', 'Error', 'Warning', 'Verbose', 'Debug', 'TableHeader', 'CustomTableHeaderLabel', 'FeedbackName', 'FeedbackText', 'FeedbackAction') {
                    if ($PSStyle.Formatting.PSObject.Properties[$name]) { $PSStyle.Formatting.$name = '' }
                }
            }
            $VerbosePreference = $DebugPreference = 'Continue'
            & ([scriptblock]::Create($script)) 2>&1 3>&1 4>&1 5>&1 6>&1 | ForEach-Object { $_ } | Out-String -Width 150
'@)
        $null = $shell.AddParameters(@{ module = $module; folder = $folder; files = $files; out = Join-Path $TestDrive ([Guid]::NewGuid()); hostile = $hostile; script = $Script })
        $text = -join $shell.Invoke()
        foreach ($record in $shell.Streams.Progress) { $text += "$($record.Activity) $($record.StatusDescription) $($record.CurrentOperation)" }
        $shell.Dispose()

        # The line endings of PowerShell itself.
        ($text -replace "`r`n", "`n").Replace("$([char] 0x1B)[0m", '')
    }
}

Describe 'The output of' {
    It '<_> sends no control characters to a terminal' -ForEach @(
        'Get-DicomFile $files'
        'Get-DicomFile $folder -Recurse'
        'Get-DicomFile $folder -Recurse -InformationAction Continue'
        'Get-DicomFile $files | Format-List'
        'Get-DicomFile $files | Format-List *'
        'Get-DicomFile $files | Format-List PatientName, Modality, TransferSyntax, SOPClass, FullName, PSPath'
        'Get-DicomFile $files | Format-Table PatientName, Modality, TransferSyntax, FullName'
        'Get-DicomFile $files | Format-Wide PatientName'
        'Get-DicomFile $files | Format-Custom'
        'Get-DicomSeries $files -ErrorAction SilentlyContinue'
        'Get-DicomSeries $files -ErrorAction SilentlyContinue | Format-List *'
        'Get-DicomSeries $files -ByStack -ErrorAction SilentlyContinue'
        'Get-DicomSeries $files -ByStack -ErrorAction SilentlyContinue | Format-List *'
        '(Get-DicomSeries $files -ErrorAction SilentlyContinue).Files'
        '(Get-DicomSeries $files -ErrorAction SilentlyContinue).Frames | Format-List *'
        'Get-DicomStudy $files -ErrorAction SilentlyContinue'
        'Get-DicomStudy $files -ErrorAction SilentlyContinue | Format-List *'
        'Get-DicomFile $files -Tag PatientName, Modality'
        'Get-DicomFile $files -Tag Modality, PatientName, ReferencedImageSequence[0].ReferencedSOPInstanceUID, InstitutionName | Format-List'
        '(Get-DicomFile $files).TransferSyntax'
        '(Get-DicomFile $files).TransferSyntax | Format-List *'
        '(Get-DicomFile $files).SOPClass'
        '(Get-DicomFile $files).Warnings'
        '(Get-DicomFile $files).ReferencedImageSequence | Format-List'
        '(Get-DicomFile $files).Dataset.GetElements()'
        '(Get-DicomFile $files).Dataset.GetElements() | Format-List *'
        '(Get-DicomFile $files).Dataset.GetElements() | Format-Table *'
        '[PSDicom.PersonName] (Get-DicomFile $files[0]).PatientName'
        'Get-DicomTag $files -Nested'
        'Get-DicomTag $files -Nested | Format-List'
        'Get-DicomTag $files -Nested | Format-Table FullName, Value, RawValue'
        'Get-DicomFrameCount $files'
        'Test-DicomFile $files -Strict'
        'Test-DicomFile $files -Summary | Format-List'
        'Get-DicomFrameCount $files | Format-List'
        'Get-DicomFrame $files'
        'Get-DicomFrame $files | Format-List'
        'Get-DicomFrame $files -Frame 7'
        'Get-DicomFrame $files -AsRgb -Rescaled'
        'Measure-DicomFrame $files'
        'Measure-DicomFrame $files -Total -Percentile 50 -Histogram | Format-List'
        'Show-DicomFrame $files -As Ascii -TextTag PatientName, Modality'
        'Export-DicomFrame $files -Destination $out'
        'Export-DicomFrame $files -Destination $out | Format-List'
        'Export-DicomFrame $files -Destination $out -WhatIf'
        'Export-DicomFrame $files -Destination $out -Window Nothing'
        'Export-DicomFrame $files -Destination $out -Window Brain'
        'Export-DicomFrame $files -Destination $out -Window 9'
        'Export-DicomFrame $files -Destination $out -NameTemplate "{PatientName}{Modality}"'
        'Export-DicomFrame $files -Destination $out; Export-DicomFrame $files -Destination $out; Export-DicomFrame $files -Destination $out -SkipExisting'
        'Measure-DicomFrame $files -Total | Format-List *'
        'Test-DicomFile $files -Strict -Level Module | Format-List *'
        'Test-DicomFile $files -Strict -Set | Format-Table *'
        'Export-DicomVolume $files -Destination $out -AllowIrregular -FillMissing | Format-List *'
        'Export-DicomVolume $files -Destination $out -WhatIf'
        'Export-DicomPage $files -Destination "$out.html" -TextTag PatientName | Format-List *'
        'Export-DicomPage $files -Destination "$out.html" -WhatIf'
        'Set-DicomTag -LiteralPath $files -Tag PatientName, StudyDescription -Value a -Nested -Destination $out'
        'Set-DicomTag -LiteralPath $files -Tag PatientName -Value a -Destination $out | Format-List *'
        '(Set-DicomTag -LiteralPath $files -Tag PatientName -Value a -Destination $out).Changes | Format-List *'
        'Set-DicomTag -LiteralPath $files -Tag PatientName -Value a -Destination $out -PassThru | Format-List *'
        'Set-DicomTag -LiteralPath $files -Tag PatientName -Value a -InPlace -WhatIf'
        'Remove-DicomTag -LiteralPath $files -Private -Destination $out | Format-List *'
        '(Remove-DicomTag -LiteralPath $files -Private -Destination $out).Changes'
        'Copy-DicomFile -LiteralPath $files -Destination $out -NameTemplate "{StudyDescription}/{PatientName}" | Format-List *'
        'Copy-DicomFile -LiteralPath $files -Destination $out -WhatIf'
        'Move-DicomFile -LiteralPath $files -Destination $out -WhatIf'
        'Convert-DicomFile -LiteralPath $files -Destination $out -TransferSyntax RleLossless | Format-List *'
        'Convert-DicomFile -LiteralPath $files -Destination $out -TransferSyntax RleLossless -WhatIf'
        'Protect-DicomFile $files -Destination $out -AllowBurnedIn -Report "$out.csv" -SaveMap "$out-map" | Format-List *'
        'Protect-DicomFile $files -Destination $out -WhatIf'
        'Protect-DicomFile $files -Review -Clean PixelData -ContactSheet "$out.html" | Format-List *'
        'Test-DicomIdentity -Reference $files -Path $files | Format-List *'
        '(Test-DicomIdentity -Reference $files -Path $files).Found | Format-Table *'
        'Get-DicomFile "missing$hostile"'
        'Get-DicomFile -LiteralPath "missing$hostile", "folder$hostile/x", "q$hostile`:x"'
        'Get-DicomFile $folder -Recurse -Filter "none*"'
        'Get-DicomFile "$folder/none$hostile*"'
        'try { Get-DicomTag $files -Tag "X$hostile" } catch { $_ }'
        'try { Get-DicomFile $files -CharacterSet $hostile } catch { $_ }'
        'try { Export-DicomFrame $files -Destination "x$hostile.xyz" } catch { $_ }'
        'try { Set-DicomTag -LiteralPath $files -Tag "X$hostile" -Value a -Destination $out } catch { $_ }'
        'try { Set-DicomTag -LiteralPath $files -Tag PatientName -Value $hostile -Destination $out } catch { $_ }'
        'try { Convert-DicomFile -LiteralPath $files -TransferSyntax $hostile -Destination $out } catch { $_ }'
        'try { Protect-DicomFile $files -Clean PixelData -Region $hostile -Destination $out } catch { $_; $_.Exception.Message; "$($_.CategoryInfo)" }'
        'Get-DicomFile "missing$hostile" -ErrorVariable e -ErrorAction SilentlyContinue; $e.ForEach({ "$_ $($_.CategoryInfo) $($_.Exception.Message) $($_.ErrorDetails)" })'
        '1..9 | ForEach-Object { Start-Sleep -Milliseconds 150; $files[-1] } | Get-DicomFile'
    ) {
        $shown = Get-Shown $_
        $shown.Length | Should -BeGreaterThan 10
        [regex]::Matches($shown, $unsafe) | ForEach-Object { 'U+{0:X4} in {1}' -f [int] $_.Value[0], $shown.Substring([Math]::Max(0, $_.Index - 60), [Math]::Min(80, $shown.Length - [Math]::Max(0, $_.Index - 60))) } |
            Select-Object -First 3 | Should -BeNullOrEmpty
    }

    It 'a name in a view is its code points' {
        Get-Shown 'Get-DicomFile $files[0] -Tag PatientName' | Should -BeLike '*Name<U+001B>*'
    }

    It 'a job''s objects takes none either: <_>' -ForEach @(
        'Get-DicomFile $files'
        'Get-DicomFile $files -Tag PatientName, Modality'
        'Get-DicomTag $files -Nested'
        'Get-DicomFrameCount $files'
        'Get-DicomFrame $files'
        'Measure-DicomFrame $files -Percentile 50'
        'Export-DicomFrame $files -Destination $out'
        'Test-DicomFile $files -Strict'
        'Get-DicomSeries $files -ErrorAction SilentlyContinue'
        'Get-DicomSeries $files -ByStack -ErrorAction SilentlyContinue'
        'Get-DicomStudy $files -ErrorAction SilentlyContinue'
        'Export-DicomVolume $files -Destination $out -AllowIrregular'
        'Export-DicomPage $files -Destination "$out.html"'
        'Set-DicomTag -LiteralPath $files -Tag PatientName -Value a -Destination $out'
        'Remove-DicomTag -LiteralPath $files -Private -Destination $out'
        'Copy-DicomFile -LiteralPath $files -Destination $out'
        'Convert-DicomFile -LiteralPath $files -Destination $out -TransferSyntax RleLossless'
        'Protect-DicomFile $files -Destination $out -AllowBurnedIn'
        'Protect-DicomFile $files -Review'
        'Test-DicomIdentity -Reference $files -Path $files'
    ) {
        $xml = Join-Path $TestDrive objects.xml
        $out = Join-Path $TestDrive ([Guid]::NewGuid())
        $ErrorActionPreference = 'Continue'
        & ([scriptblock]::Create($_)) 2> $null 3> $null | Export-Clixml $xml
        Get-Shown "Import-Clixml '$xml'" | Should -Not -Match $unsafe
    }
}

Describe 'Values' {
    It 'are what the file holds' {
        $file = Get-DicomFile $path -WarningAction SilentlyContinue
        $file.PatientName | Should -BeExactly "Name$hostile"
        "$($file.PatientName)" | Should -BeExactly "Name$hostile"
        ($file | Select-Object PatientName).PatientName | Should -BeExactly "Name$hostile"
        (Get-DicomTag $path -Tag PatientName -WarningAction SilentlyContinue).Value | Should -BeExactly "Name$hostile"
        ($file | ConvertTo-Json -Depth 3 | ConvertFrom-Json).PatientName | Should -BeExactly "Name$hostile"
        ($file | ConvertTo-Csv | ConvertFrom-Csv).PatientName.Length | Should -Be "Name$hostile".Length
        $file.TransferSyntax.UID | Should -Be '1.2.840.10008.1.2.1'
        $file.TransferSyntax.IsExplicitVR | Should -BeTrue
        $file.TransferSyntax -eq 'ExplicitVRLittleEndian' | Should -BeTrue
    }

    It 'of ten million characters are shown in part' {
        $long = Join-Path $TestDrive long.dcm
        New-DicomTestFile $long
        $value = [System.Text.Encoding]::ASCII.GetBytes('x' * 10000000)
        $stream = [System.IO.File]::Open($long, 'Append')
        $header = [byte[]] (0x40, 0, 0x60, 0xA1, 0x55, 0x54, 0, 0) + [BitConverter]::GetBytes([uint32] $value.Length)
        $stream.Write($header, 0, $header.Length)
        $stream.Write($value, 0, $value.Length)
        $stream.Dispose()
        foreach ($script in "Get-DicomTag '$long' -Nested", "Get-DicomTag '$long' -Nested | Format-List", "Get-DicomTag '$long' | Format-Table *", "Get-DicomFile '$long' | Format-List", "Get-DicomFile '$long' -Tag TextValue", "Get-DicomFile '$long' -Tag TextValue | Format-List") {
            (Get-Shown $script).Length | Should -BeLessThan 60000
        }
        (Get-DicomTag $long -Tag TextValue).Value.Length | Should -Be 10000000
    }
}

Describe 'An error record' {
    It 'has the exact path as its target' {
        if (-not $isUnix) { Set-ItResult -Skipped -Because 'names of files cannot have control characters here'; return }
        Get-DicomFile -LiteralPath (Join-Path $folder "text$hostile.txt") -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].TargetObject | Should -BeExactly (Join-Path $folder "text$hostile.txt")
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'NotDicom,*'
    }

    It 'of .NET keeps its type: <Id>' -ForEach @{ Id = 'FileNotFound'; Type = 'System.IO.FileNotFoundException' } {
        Get-DicomFile -LiteralPath (Join-Path $folder "missing$hostile") -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure[0].Exception.GetType().FullName | Should -Be $Type
        $failure[0].Exception.Message | Should -Not -Match $unsafe
    }
}

Describe 'A file named as input' {
    It 'is never replaced, whatever its content: <Name>' -ForEach @(
        @{ Name = 'its own path'; Spell = { Join-Path $in b.png } }
        @{ Name = 'another spelling'; Spell = { Join-Path (Join-Path $in '..') (Join-Path (Split-Path -Leaf $in) b.png) } }
        @{ Name = 'a link'; Spell = { $link = Join-Path $in link.dcm; $null = New-Item -ItemType SymbolicLink -Path $link -Target (Join-Path $in b.png); $link }; NeedsLinks = $true }
        @{ Name = 'a folder that is a link'; Spell = { $link = "$in-link"; $null = New-Item -ItemType SymbolicLink -Path $link -Target $in; Join-Path $link b.png }; NeedsLinks = $true }
    ) {
        if ($NeedsLinks -and -not $isUnix) { Set-ItResult -Skipped -Because 'links need rights here'; return }
        $in = Join-Path $TestDrive ([Guid]::NewGuid())
        $null = [System.IO.Directory]::CreateDirectory($in)
        [System.IO.File]::WriteAllBytes((Join-Path $in b.dcm), $bytes)
        [System.IO.File]::WriteAllText((Join-Path $in b.png), 'no DICOM')
        $other = & $Spell
        $failures = Export-DicomFrame (Join-Path $in b.dcm), $other -Destination $in -Force -WarningAction SilentlyContinue -ErrorAction Continue 2>&1
        @($failures | Where-Object { $_.FullyQualifiedErrorId -like 'TargetExists,*' -and "$_" -like '*is an input file*' }).Count | Should -Be 1
        [System.IO.File]::ReadAllText((Join-Path $in b.png)) | Should -Be 'no DICOM'
    }

    It 'may be replaced by a search, if it is no DICOM' {
        $in = Join-Path $TestDrive ([Guid]::NewGuid())
        $null = [System.IO.Directory]::CreateDirectory($in)
        [System.IO.File]::WriteAllBytes((Join-Path $in b.dcm), $bytes)
        [System.IO.File]::WriteAllText((Join-Path $in b.png), 'a picture of before')
        (Export-DicomFrame $in -Recurse -Destination $in -Force -WarningAction SilentlyContinue).FullName | Should -Be (Join-Path $in b.png)
    }

    It 'is not replaced by a search either, if it is DICOM without its prefix' {
        $in = Join-Path $TestDrive ([Guid]::NewGuid())
        $null = [System.IO.Directory]::CreateDirectory($in)
        [System.IO.File]::WriteAllBytes((Join-Path $in b.dcm), $bytes)
        $bare = @(ConvertTo-DicomByte (New-PixelElement))
        [System.IO.File]::WriteAllBytes((Join-Path $in b.png), $bare)
        $failures = Export-DicomFrame $in -Recurse -Destination $in -Force -WarningAction SilentlyContinue -ErrorAction Continue 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
        "$failures" | Should -BeLike '*is a DICOM file, which is never replaced*'
        [System.IO.File]::ReadAllBytes((Join-Path $in b.png)) | Should -Be $bare
    }
}
