// += puts texts together, over several statements.
internal sealed class Growing
{
    public void Asked()
    {
        var text = "SELECT Id FROM Orders";
        text += " WHERE Customer = '";
        text += INPUT;
        text += "'";
        QUERY(text); // vulnerable
    }

    public void Fixed()
    {
        var asked = INPUT;
        var text = "SELECT Id FROM Orders";
        text += " WHERE Customer = @customer";
        if (asked.Length > 3) text += " AND Total > " + asked.Length;
        QUERY(text); // safe
    }
}
