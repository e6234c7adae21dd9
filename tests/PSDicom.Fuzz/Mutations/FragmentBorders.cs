using PSDicom.IO.Reading;

namespace PSDicom.Fuzz;

/// <summary>Fragments split, put together, emptied, swapped, doubled or dropped.</summary>
internal sealed class FragmentBorders : Mutation
{
    public override void Apply(Specimen specimen, FuzzRandom random, List<Edit> edits)
    {
        ElementPlace[] fragments = specimen.Elements.Where(place => place.Kind == DicomTokenKind.Fragment).ToArray();
        if (fragments.Length == 0) return;
        ElementPlace fragment = random.Pick(fragments), other = random.Pick(fragments);
        byte[] item = fragment.TagBytes(0xFFFE_E000);
        byte[] Whole(ElementPlace place) => specimen.Bytes[place.Header..Math.Min(place.End, specimen.Bytes.Length)];
        switch (random.Below(6))
        {
            case 0:
                int first = random.Below(fragment.Length + 1);
                edits.Add(fragment.WithLength((uint)first));
                edits.Add(new Edit(fragment.Offset + first, 0, [.. item, .. fragment.Number((ulong)(fragment.Length - first), sizeof(uint))]));
                break;
            case 1:
                edits.Add(new Edit(fragment.Header, 0, [.. Enumerable.Repeat((byte[])[.. item, 0, 0, 0, 0], 1 + random.Small(2000)).SelectMany(empty => empty)]));
                break;
            case 2:
                edits.Add(new Edit(fragment.Header, fragment.End - fragment.Header, Whole(other)));
                edits.Add(new Edit(other.Header, other.End - other.Header, Whole(fragment)));
                break;
            case 3:
                edits.Add(new Edit(other.Header, 0, Whole(fragment)));
                break;
            case 4:
                edits.Add(new Edit(fragment.Header, fragment.End - fragment.Header, []));
                break;
            default:
                ElementValues.Replace(fragment, [], edits);
                break;
        }
    }
}
