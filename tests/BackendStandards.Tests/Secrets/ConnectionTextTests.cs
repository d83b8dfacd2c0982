using BackendStandards.Analyzers.Secrets;

namespace BackendStandards.Tests.Secrets;

public class ConnectionTextTests
{
    [Theory]
    [InlineData("Server=db.shop.internal;Database=orders;User Id=shop;Password=kV7!mQz2Xw")]
    [InlineData("Server=db.shop.internal;Database=orders;User Id=shop;Password=kV7!mQz2Xw;")]
    [InlineData("Password=kV7!mQz2Xw;Server=db.shop.internal;Database=orders;User Id=shop")]
    [InlineData("Data Source=db.shop.internal,1433;Initial Catalog=orders;uid=shop;PWD = kV7!mQz2Xw ;Encrypt=true")]
    [InlineData("Host=db.shop.internal;Username=shop;Password='kV7;mQz2Xw';Database=orders")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=swordfish")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=password")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=c2hvcnQ=")]
    [InlineData("Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=c2hvcnQ=")]
    [InlineData("cache.shop.internal:6380,password=kV7!mQz2Xw,ssl=True,abortConnect=False")]
    [InlineData("amqp://shop:kV7!mQz2Xw@queue.shop.internal:5672/orders")]
    [InlineData("mongodb+srv://shop:kV7mQz2Xw@cluster.mongodb.net/orders?retryWrites=true")]
    [InlineData("redis://:kV7mQz2Xw@cache.shop.internal:6379")]
    [InlineData("postgres://shop:kV7mQz2Xw@db.shop.internal/orders")]
    [InlineData("https://deploy:kV7mQz2Xw@git.shop.internal/shop.git")]
    [InlineData("pull from https://deploy:kV7mQz2Xw@git.shop.internal/shop.git now")]
    public void Finds_credentials(string text)
    {
        Assert.True(ConnectionText.MayHold(text));
        var found = ConnectionText.Find(text);
        Assert.NotNull(found);
        Assert.False(found.IsEmpty || found.IsLocal);
    }

    [Theory]
    [InlineData("Server=localhost;User Id=sa;Password=kV7!mQz2Xw")]
    [InlineData("Server=tcp:127.0.0.1,1433;User Id=sa;Password=kV7!mQz2Xw")]
    [InlineData("Server=.\\SQLEXPRESS;User Id=sa;Password=kV7!mQz2Xw")]
    [InlineData("Data Source=(local);User Id=sa;Password=kV7!mQz2Xw")]
    [InlineData("Server=(localdb)\\mssqllocaldb;User Id=sa;Password=kV7!mQz2Xw")]
    [InlineData("amqp://shop:kV7mQz2Xw@localhost:5672")]
    [InlineData("localhost:6379,password=kV7!mQz2Xw")]
    [InlineData("amqp://guest:guest@rabbitmq:5672")]
    [InlineData("Server=postgres;User Id=postgres;Password=postgres")]
    public void Finds_those_of_the_own_machine_and_calls_them_local(string text) => Assert.True(ConnectionText.Find(text)?.IsLocal);

    [Theory]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=;")]
    [InlineData("Server=db.shop.internal;User Id=sa;Pwd='';Database=orders")]
    public void Finds_empty_passwords(string text) => Assert.True(ConnectionText.Find(text)?.IsEmpty);

    [Theory]
    [InlineData("Server=db.shop.internal;Database=orders;Integrated Security=true;Password=kV7!mQz2Xw")]
    [InlineData("Server=db.shop.internal;Database=orders;Integrated Security=SSPI")]
    [InlineData("Server=db.shop.internal;Trusted_Connection=True;Password=kV7!mQz2Xw")]
    [InlineData("Server=db.shop.internal;Authentication=Active Directory Managed Identity;User Id=shop;Password=kV7!mQz2Xw")]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;")]
    [InlineData("AccountEndpoint=https://localhost:8081/;AccountKey=C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==;")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password={0};Database=orders")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password={password}")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=${DB_PASSWORD}")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=$(DbPassword)")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=#{Db.Password}#")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=%DB_PASSWORD%")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=<password>")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=****")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=@pwd")]
    [InlineData("Server=db.shop.internal;User Id=sa;Password=changeme")]
    [InlineData("Server=myServerAddress;Database=myDataBase;User Id=myUsername;Password=myPassword;")]
    [InlineData("UPDATE users SET password=@password WHERE id=@id")]
    [InlineData("select * from users where user='a' and password='kV7!mQz2Xw'")]
    [InlineData("/login?user=a&password=b")]
    [InlineData("password=kV7!mQz2Xw")]
    [InlineData("The password=secret form is not allowed; choose another")]
    [InlineData("https://user:pass@example.com")]
    [InlineData("https://user:password@example.com/path")]
    [InlineData("https://{user}:{password}@db.shop.internal")]
    [InlineData("^(?<scheme>https?)://([^:]+):([^@]+)@(.*)$")]
    [InlineData("https://shop.internal:8080/users/a@b.c")]
    [InlineData("https://fonts.internal/css2?family=Roboto:wght@400")]
    [InlineData("https://shop.internal/@scope/package")]
    [InlineData("http://[::1]:5000")]
    [InlineData("mailto:a@b.c")]
    public void Leaves_other_texts_alone(string text) => Assert.Null(ConnectionText.Find(text));
}
