// A static readonly flag that is set once decides.
internal static class FeatureSwitches
{
    public static readonly bool FreeSearch = true;
    public static readonly bool LegacySearch = false;
}

internal sealed class CatalogueSearch
{
    private static readonly int Level = 5;

    public void Free()
    {
        var term = FeatureSwitches.FreeSearch ? INPUT : "shoes";
        SINK(term); // vulnerable
    }

    public void Legacy()
    {
        var term = FeatureSwitches.LegacySearch ? INPUT : "shoes";
        SINK(term); // safe
    }

    public void HighLevel()
    {
        var term = "shoes";
        if (Level > 3) term = INPUT;
        SINK(term); // vulnerable
    }

    public void LowLevel()
    {
        var term = "shoes";
        if (Level <= 3) term = INPUT;
        SINK(term); // safe
    }
}
