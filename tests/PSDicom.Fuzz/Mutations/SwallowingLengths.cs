namespace PSDicom.Fuzz;

/// <summary>A length with which a value ends where another one does, so that who the patient is becomes part of what messages are about.</summary>
internal sealed class SwallowingLengths : Mutation
{
    private const ushort PatientGroup = 0x0010;

    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        ElementPlace[] values = [.. specimen.Elements.Where(place => place.IsValue)];
        ElementPlace[] told = [.. values.Where(place => ControlCharacters.Told.Contains(place.Tag.Value))];
        if (values.Length == 0) return;
        ElementPlace place = random.Pick(told.Length > 0 && !random.OneIn(4) ? told : values);
        ElementPlace[] patient = [.. values.Where(other => other.Tag.Group == PatientGroup && other.Header > place.Header)];
        ElementPlace last = random.Pick(patient.Length > 0 && !random.OneIn(4) ? patient : values);
        int end = random.OneIn(3) ? last.Header : last.End;
        if (end > place.Offset) edits.Add(place.WithLength((uint)(end - place.Offset)));
    }
}
