// Dates and numbers, formatted; a format that was asked for can write any text.
using System.Globalization;

internal sealed class Dates
{
    public void Formatted()
    {
        SINK(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); // safe
        SINK(DateTime.UtcNow.ToString(INPUT, CultureInfo.InvariantCulture)); // vulnerable
        SINK(TimeSpan.FromDays(INPUT.Length).ToString()); // safe
    }
}
