// What one query read goes into the next.
using System.Data;

internal sealed class SecondOrder
{
    public void Copied()
    {
        using var reader = Shop.Databases.StoredRows();
        while (reader.Read())
        {
            SINK(reader.GetString(0)); // vulnerable
            SINK((string)reader["City"]); // vulnerable
            SINK(reader.GetInt32(1).ToString()); // safe
            SINK(reader.FieldCount.ToString()); // safe
        }
    }

    public void Tables()
    {
        var table = new DataTable();
        table.Load(Shop.Databases.StoredRows());
        foreach (DataRow row in table.Rows) SINK((string)row["Name"]); // vulnerable
        SINK(table.Rows.Count.ToString()); // safe
    }

    public void Mapped()
    {
        var row = new CustomerRow();
        using var reader = Shop.Databases.StoredRows();
        reader.Read();
        row.Name = reader.GetString(0);
        row.Region = "north";
        SINK(row.Name); // vulnerable
        SINK(row.Region); // safe
    }

    private sealed class CustomerRow
    {
        public string Name { get; set; } = "";

        public string Region { get; set; } = "";
    }
}
