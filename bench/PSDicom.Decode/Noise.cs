namespace PSDicom.Bench;

/// <summary>Noise of mean 0 and deviation 1, nearly normal; the same for the same seed.</summary>
internal sealed class Noise(uint seed)
{
    private uint _state = seed;

    public double Next() => (Uniform() + Uniform() + Uniform() + Uniform() - 2) * Math.Sqrt(3);

    private double Uniform()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state / (double)uint.MaxValue;
    }
}
