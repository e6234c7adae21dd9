using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Removes elements from DICOM files, from the files themselves or from copies.</summary>
/// <remarks>
/// <para>
/// What is not named stays identical to the byte. A missing element is no error: a file that has none of them is not written with -InPlace,
/// copied as it is to -Destination, and its IsChanged is False.
/// </para>
/// <para>
/// Removing a private creator removes its block. -Private removes all private elements at any depth, or with -Creator those of some
/// creators. Removing elements is not de-identification: other elements, and pixels, can show who the patient is.
/// </para>
/// <para>
/// The result is one object for each file, with the removed elements and their values. See about_PSDicom_Editing.
/// </para>
/// </remarks>
/// <example>
///   <para>Remove an element from a file</para>
///   <code>Remove-DicomTag head.dcm -Tag PatientComments -InPlace -Confirm:$false</code>
///   <para>Without -Confirm:$false, it asks first: in its place, a removed value is lost. -Backup keeps the old file.</para>
/// </example>
/// <example>
///   <para>Remove all private elements, in copies</para>
///   <code>Remove-DicomTag .\study -Recurse -Private -Destination stripped</code>
///   <para>At any depth, with their creators.</para>
/// </example>
/// <example>
///   <para>Remove a private block by its creator</para>
///   <code>Remove-DicomTag .\study -Recurse -Private -Creator 'SIEMENS CSA HEADER' -Destination stripped</code>
///   <para>Other private elements stay.</para>
/// </example>
/// <example>
///   <para>Remove a group, and an element everywhere</para>
///   <code>Remove-DicomTag head.dcm -Tag '(0032,xxxx)', OperatorsName -Nested -Destination less</code>
///   <para>x stands for any digit; -Nested also looks inside sequences.</para>
/// </example>
/// <seealso cref="SetDicomTagCommand"/>
/// <seealso cref="GetDicomTagCommand"/>
/// <seealso>about_PSDicom_Editing</seealso>
[Cmdlet(VerbsCommon.Remove, "DicomTag", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DicomChange), typeof(DicomFile))]
public sealed class RemoveDicomTagCommand : FileRewritingCommand
{
    /// <summary>
    /// The elements to remove: keywords (PatientComments), wildcards (*Comments), tag numbers ('0010,4000') with x for any digit
    /// ('(0032,xxxx)'), private tags with their creator ('ACME|(0029,xx10)'), paths into sequences
    /// ('RequestAttributesSequence[*].RequestedProcedureID'), one item of a sequence ('RequestAttributesSequence[0]').
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? Tag { get; set; }

    /// <summary>Also removes the elements wherever they are in sequences, at any depth.</summary>
    [Parameter]
    public SwitchParameter Nested { get; set; }

    /// <summary>Removes private elements with their creators, at any depth.</summary>
    [Parameter]
    public SwitchParameter Private { get; set; }

    /// <summary>With -Private, removes only the elements of these creators.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "All")]
    public string[]? Creator { get; set; }

    private protected override EditOptions ReadEdit() => base.ReadEdit() with { RemovesPrivate = Private, PrivateCreators = Creator };

    private protected override FileChanges ReadChanges(EditOptions edit)
    {
        if (Tag is null && !Private) throw new ArgumentException("Say what to remove: -Tag or -Private.");
        if (Creator is not null && !Private) throw new ArgumentException("-Creator needs -Private.");
        return new FileChanges { Changes = [.. (Tag ?? []).Select(tag => this.ParseOrTerminate(tag, () => DatasetChange.Remove(tag, Nested)))] };
    }

    private protected override bool Approve(FileRequest request, RewriteTarget target) => ApproveRisk(InPlace, request, target);

    private protected override string DescribeChanges(RewriteTarget? target)
    {
        List<string> names = [.. Changes.Paths];
        if (Private) names.Add(Creator is null ? "all private elements" : $"private elements of {string.Join(", ", Creator)}");
        return "remove " + ElementNames.Of(names);
    }
}
