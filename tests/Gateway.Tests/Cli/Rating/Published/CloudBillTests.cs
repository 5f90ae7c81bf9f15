using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of clouds as those who sell them work them out: what is free goes before, each part is a line of its own.
/// </summary>
public sealed class CloudBillTests : IDisposable
{
    // Amazon: functions (aws.amazon.com/lambda/pricing), GB-seconds and millions of requests.
    private const string Lambda = "compute 400000:0 :0.00001667; requests 1:0 :0.20";

    // Amazon: storage (aws.amazon.com/s3/faqs, billing), GB of a month, GB that leave, thousands of requests.
    private const string Storage = "storage 51200:0.023 512000:0.022 :0.021";
    private const string Leaving = "out 1:0 10240:0.09 51200:0.085 153600:0.070 :0.05";
    private const string OneZone = "storage :0.11; put :0.00113; get :0.00003; up :0.0032; down :0.0006";

    // Google: documents (cloud.google.com/firestore/docs/billing-example), of each day.
    private const string Documents =
        "reads 50000:0 :0.0000006; writes 20000:0 :0.0000018; deletes 20000:0 :0.0000002";

    private const string Network = "egress 10:0 :0.12; stored 1:0 :0.18";

    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData(Lambda, "compute 1500000, requests 3", "18.74")]
    [InlineData(Lambda, "compute 750000, requests 30", "11.63")]
    [InlineData("compute :0.00001667", "compute 1100000", "18.34")]
    [InlineData(Storage, "storage 52900", "1215.00")]
    [InlineData(Storage, "storage 51200", "1177.60")]
    // 62 TB are 63,488 GB, of which one is free.
    [InlineData(Leaving, "out 63488", "5263.27")]
    [InlineData(Leaving, "out 10240", "921.51")]
    [InlineData("put :0.005; get :0.0004", "put 310, get 620", "1.80")]
    [InlineData("retrieved :0.01", "retrieved 300", "3.00")]
    // One zone: a million written and nine million read of 10 KB each; a thousand requests is one here.
    [InlineData(OneZone, "storage 10, put 1000, get 9000, up 9.536743164, down 85.830688477", "2.58")]
    [InlineData("storage :0.11", "storage 3303.77", "363.41")]
    [InlineData("put :0.00113; get :0.00003", "put 157286.4, get 314572.8", "187.17")]
    // Amazon: interfaces (aws.amazon.com/api-gateway/pricing), five million calls of 3 KB; and 216 million.
    [InlineData("calls 333:3.50 1000:2.80 20000:2.38 :1.51; out :0.09", "calls 5, out 14.305114746", "18.79")]
    [InlineData("calls 300:1.00 :0.90", "calls 216", "216.00")]
    // A lesson on functions (leyaa.ai): 300,000 GB-seconds and three million requests.
    [InlineData("compute 400000:0 :0.0000166667; requests 1:0 :0.20", "compute 300000, requests 3", "0.40")]
    // Google: 5,000, 100,000 and 1,000,000 users, a day of them, and what a month stores and sends.
    [InlineData(Documents, "reads 400000, writes 100000, deletes 100000", "0.37")]
    [InlineData(Documents, "reads 8000000, writes 2000000, deletes 2000000", "8.73")]
    [InlineData(Documents, "reads 80000000, writes 20000000, deletes 20000000", "87.93")]
    [InlineData(Network, "egress 3, stored 6.75", "1.04")]
    [InlineData(Network, "egress 60, stored 135", "30.12")]
    [InlineData(Network, "egress 600, stored 1350", "313.62")]
    [InlineData("reads :0.0000006", "reads 300000", "0.18")]
    public async Task Bills_of_clouds(string charges, string uses, string total)
    {
        var all = string.Join(", ", charges.Split("; ").Select(static charge =>
        {
            var (name, steps) = (charge.Split(' ', 2)[0], charge.Split(' ', 2)[1]);
            return Charge("events", name, $$"""
                "unit": "u", "aggregation": "sum", "event": "{{name}}", "price": {{Stepped("graduated", steps)}}
                """);
        }));
        var rows = uses.Split(", ").Select(static (use, index) =>
            $"{index},2025-01-15T10:00:00Z,{use.Split(' ')[0]},{use.Split(' ')[1]}");

        var bills = await Bills(
            "--tariff", _rate.Tariff(all), "--usage",
            _rate.File("events.csv", "id,time,name,quantity\n" + string.Join('\n', rows) + "\n"),
            "--from", "2025-01-01", "--to", "2025-02-01");

        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    public void Dispose() => _rate.Dispose();
}
