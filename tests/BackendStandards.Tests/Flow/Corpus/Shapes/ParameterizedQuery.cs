// The value goes into a parameter, or into the text.
using Microsoft.Data.Sqlite;

internal sealed class Parameters
{
    public void Asked()
    {
        var asked = INPUT;
        QUERY("SELECT Id FROM Orders WHERE Customer = '" + asked + "'"); // vulnerable
    }

    public void AsParameter()
    {
        var asked = INPUT;
        using var command = new SqliteCommand();
        command.Parameters.AddWithValue("@customer", asked);
        QUERY("SELECT Id FROM Orders WHERE Customer = @customer"); // safe
    }

    public void InList()
    {
        var asked = INPUT.Split(',');
        using var command = new SqliteCommand();
        var names = new List<string>();
        for (var i = 0; i < asked.Length; i++)
        {
            names.Add("@p" + i);
            command.Parameters.AddWithValue("@p" + i, asked[i]);
        }
        QUERY("SELECT Id FROM Orders WHERE Customer IN (" + string.Join(", ", names) + ")"); // safe
    }
}
