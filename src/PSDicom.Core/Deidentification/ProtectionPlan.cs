using System.Collections.Generic;
using PSDicom.Deidentification.BurnedIn;
using PSDicom.Editing;

namespace PSDicom.Deidentification;

/// <summary>The de-identified copy of a file, not yet written.</summary>
/// <param name="Rewrite">Its bytes.</param>
/// <param name="Names">The values that its name can be made from: the new ones.</param>
/// <param name="Pseudonym">The pseudonym of the patient.</param>
/// <param name="SOPInstanceUID">The unique identifier of the instance; null if it has none.</param>
/// <param name="Pixels">What is done with the pixels.</param>
/// <param name="TransferSyntax">Its transfer syntax.</param>
/// <param name="Tally">What happened to the elements.</param>
/// <param name="Warnings">What the user should know.</param>
internal sealed record ProtectionPlan(
    RewritePlan Rewrite, DicomFile Names, string? Pseudonym, string? SOPInstanceUID, PixelCleaning Pixels, DicomTransferSyntax TransferSyntax, ProtectionTally Tally, IReadOnlyList<DicomWarning> Warnings);
