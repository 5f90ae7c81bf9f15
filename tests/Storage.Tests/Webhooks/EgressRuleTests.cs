using System.Net;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Tests.Webhooks;

public sealed class EgressRuleTests
{
    // Ways to write an inner address that guards have fallen for: OWASP's sheet on server-side request forgery,
    // https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
    [Theory]
    [InlineData("http://hooks.example.org/")]
    [InlineData("ftp://hooks.example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://hooks.example.org/")]
    [InlineData("hooks.example.org/in")]
    [InlineData("//hooks.example.org/in")]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://user:pass@hooks.example.org/")]
    [InlineData("https://hooks.example.org@127.0.0.1/")]
    [InlineData("https://hooks.example.org/#x")]
    [InlineData("https://hooks.example.org:22/")]
    [InlineData("https://hooks.example.org:6379/")]
    [InlineData("https://hooks.example.org:80/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://2130706433/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://127.0.0.01/")]
    [InlineData("https://0/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://012.1.2.3/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://3232235777/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://2852039166/")]
    [InlineData("https://0xa9fea9fe/")]
    [InlineData("https://0251.0376.0251.0376/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://100.100.100.200/")]
    [InlineData("https://168.63.129.16/")]
    [InlineData("https://192.0.0.192/")]
    [InlineData("https://198.18.0.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://240.0.0.1/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[0:0:0:0:0:0:0:1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[::ffff:8.8.8.8]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[2001::1]/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fc00::1]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST/")]
    [InlineData("https://localhost./")]
    [InlineData("https://app.localhost/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://intranet/")]
    [InlineData("https://db.corp/")]
    [InlineData("https://hooks.example.123/")]
    [InlineData("https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("https://127.0.0.1\\@hooks.example.org/")]
    [InlineData("https://hooks..example.org/")]
    public void An_address_that_is_not_of_the_public_internet_is_refused(string url)
    {
        Assert.NotNull(EgressRules.Check(url, loopbackHttp: false));
        Assert.NotNull(EgressRules.Check(url, loopbackHttp: true));
    }

    [Theory]
    [InlineData("https://hooks.example.org/in")]
    [InlineData("https://hooks.example.org:8443/in?x=1")]
    [InlineData("https://hooks.example.org:443/")]
    [InlineData("https://93.184.215.14/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    [InlineData("https://bücher.example/")]
    public void An_address_of_the_public_internet_is_taken(string url) =>
        Assert.Null(EgressRules.Check(url, loopbackHttp: false));

    [Theory]
    [InlineData("http://127.0.0.1:9000/in", true)]
    [InlineData("http://[::1]:9000/in", true)]
    [InlineData("http://localhost:9000/in", false)]
    [InlineData("http://10.0.0.1/in", false)]
    [InlineData("http://169.254.169.254/in", false)]
    [InlineData("http://[::ffff:127.0.0.1]/in", false)]
    public void Plain_http_to_the_own_machine_is_for_trying_it_out(string url, bool isTaken)
    {
        Assert.NotNull(EgressRules.Check(url, loopbackHttp: false));
        Assert.Equal(isTaken, EgressRules.Check(url, loopbackHttp: true) is null);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("100.127.255.255", false)]
    [InlineData("169.253.255.255", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("4000::1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    public void The_edges_of_the_networks_are_where_they_are_said_to_be(string address, bool isPublic) =>
        Assert.Equal(isPublic, EgressRules.IsPublic(IPAddress.Parse(address)));
}
