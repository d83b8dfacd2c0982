using System.Globalization;

namespace BackendStandards.Benchmarks;

/// <summary>
/// Sources made to be costly: every file has five sinks, and what reaches them was passed on by a second file and came in by a third. No file is like
/// another in its names, but two of its five queries are called as those of the other files of its module are.
/// </summary>
internal static class DenseSource
{
    private const int ModuleSize = 20;

    private static readonly string[] Topics = ["Customer", "City", "State", "Carrier", "Note"];

    public static IEnumerable<(string Path, string Text)> Files(int count) => Enumerable.Range(0, count).Select(i => ($"Module{i / ModuleSize}/Unit{i}.cs", Text(i, count)));

    /// <summary>Its own queries, with the values that the unit before passes on; what it passes on to the unit behind; and what it is asked, for the unit two places behind.</summary>
    private static string Text(int unit, int count) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System.Data;
        using System.Text;

        namespace Dense.Module{{unit / ModuleSize}};

        public sealed record Order{{unit}}(int Id, string Customer, decimal Total, DateTime CreatedOn);

        public sealed class Unit{{unit}}(IDbConnection connection)
        {
            private const int PageSize = 50;

            public List<Order{{unit}}> {{Name("Find", unit, 0)}}(string value)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT Id, Customer, Total, CreatedOn FROM Orders{{unit}} WHERE Customer = '{value}' LIMIT {PageSize}";
                return Read(command);
            }

            public List<Order{{unit}}> {{Name("Find", unit, 1)}}(string value)
            {
                var text = "SELECT Id, Customer, Total, CreatedOn FROM Orders{{unit}}";
                if (value.Length > 0) text += " WHERE City = '" + value.Trim() + "'";
                using var command = connection.CreateCommand();
                command.CommandText = text;
                return Read(command);
            }

            public List<Order{{unit}}> {{Name("Find", unit, 2)}}(string value)
            {
                var column = value switch { "open" => "OpenedOn", "paid" => "PaidOn", _ => "CreatedOn" };
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT Id, Customer, Total, CreatedOn FROM Orders{{unit}} ORDER BY " + column;
                return Read(command);
            }

            public List<Order{{unit}}> {{Name("Find", unit, 3)}}(string value)
            {
                var text = new StringBuilder("SELECT Id, Customer, Total, CreatedOn FROM Orders{{unit}} WHERE 1 = 1");
                foreach (var part in value.Split(',')) text.Append(" AND Carrier <> '").Append(part).Append('\'');
                using var command = connection.CreateCommand();
                command.CommandText = text.ToString();
                return Read(command);
            }

            public List<Order{{unit}}> {{Name("Find", unit, 4)}}(string value)
            {
                using var command = connection.CreateCommand();
                command.CommandText = string.Format("SELECT Id, Customer, Total, CreatedOn FROM Orders{{unit}} WHERE Note LIKE '%{0}%'", value);
                return Read(command);
            }
        {{Each(topic => $$"""

                public int {{Name("Count", unit, topic)}}(string value)
                {
                    var orders = new {{Unit((unit + 1) % count)}}(connection).{{Name("Find", (unit + 1) % count, topic)}}(value.Trim());
                    return orders.Count;
                }
            """)}}
        {{Each(topic => $$"""

                public bool {{Name("Has", unit, topic)}}(HttpRequest request)
                {
                    var value = {{(topic == 4 ? "PageSize.ToString()" : $"request.Query[\"{Topics[topic].ToLowerInvariant()}\"].ToString()")}};
                    return new {{Unit((unit + 1) % count)}}(connection).{{Name("Count", (unit + 1) % count, topic)}}(value) > 0;
                }
            """)}}

            private static List<Order{{unit}}> Read(IDbCommand command)
            {
                var orders = new List<Order{{unit}}>();
                using var reader = command.ExecuteReader();
                while (reader.Read()) orders.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2), reader.GetDateTime(3)));
                return orders;
            }
        }
        """);

    private static string Each(Func<int, string> member) => string.Join('\n', Enumerable.Range(0, Topics.Length).Select(member));

    private static string Unit(int unit) => $"Dense.Module{unit / ModuleSize}.Unit{unit}";

    private static string Name(string verb, int unit, int topic) => $"{verb}By{Topics[topic]}{(topic is 1 or 3 ? $"OfModule{unit / ModuleSize}" : $"In{unit}")}";
}
