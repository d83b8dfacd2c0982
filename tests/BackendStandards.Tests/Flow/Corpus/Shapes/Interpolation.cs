// Interpolation with alignment, formats and raw literals.
internal sealed class Interpolations
{
    public void Aligned()
    {
        var asked = INPUT;
        QUERY($"SELECT Id FROM Orders WHERE Customer = '{asked,-20}' AND Total > {asked.Length:D4}"); // vulnerable
    }

    public void Numbers()
    {
        var asked = INPUT;
        QUERY($"SELECT Id FROM Orders WHERE Length = {asked.Length,8:D4} AND Day = '{DateTime.UtcNow:yyyy-MM-dd}'"); // safe
    }

    public void Nested()
    {
        SINK($"{$"{INPUT}"}"); // vulnerable
        SINK($"{$"{"north"}"}"); // safe
    }
}
