// Numbers, GUIDs, dates, enums and booleans cannot leave their place.
using System.Globalization;

internal enum OrderState { Open, Shipped, Cancelled }

internal sealed class Parses
{
    public void Parsed()
    {
        var asked = INPUT;
        SINK(int.Parse(asked, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)); // safe
        SINK(Convert.ToInt64(asked).ToString()); // safe
        SINK(Guid.Parse(asked).ToString()); // safe
        SINK(DateTime.Parse(asked, CultureInfo.InvariantCulture).ToString("O")); // safe
        SINK(bool.Parse(asked).ToString()); // safe
        SINK(decimal.Parse(asked, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)); // safe
        SINK(asked); // vulnerable
    }

    public void Tried()
    {
        var asked = INPUT;
        if (int.TryParse(asked, out var number)) SINK(number.ToString()); // safe
        if (!int.TryParse(asked, out _)) SINK(asked); // vulnerable
    }

    public void States()
    {
        var asked = INPUT;
        SINK(Enum.Parse<OrderState>(asked).ToString()); // safe
        if (Enum.TryParse<OrderState>(asked, ignoreCase: true, out var state)) SINK(state.ToString()); // safe
    }
}
