using BillingActors.Gateway.Console.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingActors.Console.Tests.Lists;

public sealed class ListQueryTests
{
    [Fact]
    public void A_query_goes_through_an_address_and_comes_back()
    {
        var query = new ListQuery("Smith & Söhne", "balance", true).With("status", "open").With("level", "2");

        var again = ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query.ToAddress())));

        Assert.Equal(query.ToAddress(), again.ToAddress());
        Assert.Equal("q=Smith%20%26%20S%C3%B6hne&sort=balance&desc=true&level=2&status=open", query.ToAddress());
        Assert.Equal(("Smith & Söhne", "open", null), (again.Text, again.Filter("status"), again.Filter("other")));
        Assert.Equal("", query.With("status", null).With("level", "").Filter("status") ?? "");
    }

    [Fact]
    public void Columns_go_through_an_address_in_their_order_and_are_no_filter()
    {
        var query = new ListQuery { Columns = ["value day", "left", "receipt"] }.With("status", "open");

        var again = ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query.ToAddress())));

        Assert.Equal("columns=value%20day%2Cleft%2Creceipt&status=open", query.ToAddress());
        Assert.Equal(["value day", "left", "receipt"], again.Columns);
        Assert.Equal(["status"], again.Filters.Keys);
        Assert.Equal("status=open", (query with { Columns = [] }).ToAddress());
    }

    [Fact]
    public void What_is_typed_is_bounded_and_holds_no_control_characters()
    {
        Assert.Equal("ab", ListQuery.Clean(" a\0\r\nb "));
        Assert.Equal(100, ListQuery.Clean(new string('x', 500)).Length);
        Assert.Equal("", ListQuery.Clean(null));
    }
}
