// Conditions over constants, written out.
internal sealed class TaxTable
{
    public void Always()
    {
        var country = "DE";
        if (5 == 5) country = INPUT;
        SINK(country); // vulnerable
    }

    public void Never()
    {
        var country = "DE";
        if (5 != 5) country = INPUT;
        SINK(country); // safe
    }

    public void LocalConstant()
    {
        const int rates = 3;
        var year = 2024;
        var country = rates * 2 > 5 && year == 2024 ? INPUT : "DE";
        SINK(country); // vulnerable
    }

    public void LocalConstantTurned()
    {
        const int rates = 3;
        var year = 2024;
        var country = rates * 2 > 6 || year != 2024 ? INPUT : "DE";
        SINK(country); // safe
    }
}
