// What the shapes' sources and sinks stand on; compiled with each shape.
namespace Shop;

public static class Databases
{
    public static System.Data.SqlClient.SqlConnection Connection() => new("Server=db;Database=shop;Integrated Security=true");

    public static System.Data.SqlClient.SqlCommand Command() => Connection().CreateCommand();

    public static System.Data.SqlClient.SqlDataReader StoredRows()
    {
        using var command = Command();
        command.CommandText = "SELECT Name, City FROM Customers";
        return command.ExecuteReader();
    }
}

public static class Web
{
    public static System.Web.HttpRequest Request => System.Web.HttpContext.Current.Request;

    public static NameForm Form { get; } = new();
}

public class NameForm : System.Web.UI.Page
{
    public System.Web.UI.WebControls.TextBox Name { get; } = new();
}
