using System;
using System.Collections.Generic;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Profile;

/// <summary>Table E.1-1 of PS3.15 for a choice of options: what happens to an attribute.</summary>
internal sealed class ConfidentialityProfile
{
    private const int BasicColumn = 2;

    private static readonly DataTable Table = DataTable.Load("confidentiality-profile.tsv");

    private static readonly Lazy<ConfidentialityProfile> WithDevices = new(() => new ConfidentialityProfile(Retention.DeviceIdentity, Cleaning.None));

    private readonly Dictionary<uint, ProfileRule> _rules = new(Table.RowCount);

    /// <summary>Makes the profile of a choice of options.</summary>
    public ConfidentialityProfile(Retention retained, Cleaning cleaned)
    {
        for (int row = 0; row < Table.RowCount; row++)
        {
            uint tag = Table.TagPattern(Table.RowStart(row), out uint mask);

            // Overlays and curves are groups as a whole: see RepeatingGroups.
            if (mask == uint.MaxValue) _rules.Add(tag, RuleOf(row, retained, cleaned));
        }
    }

    /// <summary>The rule for an attribute; null if the table does not list it.</summary>
    public ProfileRule? Find(DicomTag tag) => _rules.TryGetValue(tag.Value, out ProfileRule rule) ? rule : null;

    /// <summary>Whether an attribute is about the identity of devices: the option that retains it keeps the attribute.</summary>
    public static bool IsOfDevice(DicomTag tag) => WithDevices.Value.Find(tag) is { Action: ProfileAction.Keep } rule && rule.Basic != ProfileAction.Keep;

    private static ProfileRule RuleOf(int row, Retention retained, Cleaning cleaned)
    {
        ProfileAction? chosen = null;
        int column = BasicColumn;
        foreach (bool isChosen in (bool[])
        [
            (cleaned & Cleaning.Descriptors) != 0,
            (cleaned & Cleaning.StructuredContent) != 0,
            (retained & Retention.FullDates) != 0,
            (retained & Retention.ModifiedDates) != 0,
            (retained & Retention.Uids) != 0,
            (retained & Retention.PatientCharacteristics) != 0,
            (retained & Retention.DeviceIdentity) != 0,
            (retained & Retention.InstitutionIdentity) != 0,
            (cleaned & Cleaning.Graphics) != 0,
        ])
        {
            column++;
            if (isChosen) chosen = ProfileColumns.Strongest(chosen, Table.Field(row, column), isChosen);
        }

        ProfileAction basic = ProfileColumns.Parse(Table.Field(row, BasicColumn));
        return new ProfileRule(chosen ?? basic, basic);
    }
}
