// Raw and verbatim literals over several lines.
internal sealed class RawTexts
{
    public void Asked()
    {
        var asked = INPUT;
        QUERY($"""
            SELECT Id
            FROM Orders
            WHERE Customer = '{asked}'
            """); // vulnerable
    }

    public void Doubled()
    {
        var asked = INPUT;
        QUERY($$"""
            SELECT '{"length": 1, "name": "{asked}"}'
            FROM Orders WHERE Length = {{asked.Length}}
            """); // safe
    }

    public void Verbatim()
    {
        var asked = INPUT;
        QUERY(@$"SELECT Id
            FROM Orders
            WHERE Customer = ""{asked}"""); // vulnerable
        QUERY(@"SELECT Id FROM Orders
            WHERE Customer = '{asked}'"); // safe
    }
}
