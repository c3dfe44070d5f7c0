using Cairn.Foundation.Web;

namespace Cairn.Tests.Foundation.Web;

public sealed class AssetsTests
{
    [Fact]
    public void The_stylesheet_points_only_at_files_that_are_served()
    {
        var assets = new Assets();

        var path = assets.Stylesheet(rightToLeft: false, new Dictionary<string, string>());

        Assert.Matches("^/assets/site\\.[0-9a-f]{8}\\.css$", path);
        Assert.NotNull(assets.At(path["/assets/".Length..]));
    }

    [Fact]
    public void Other_colours_make_another_address_and_the_old_one_still_answers()
    {
        var assets = new Assets();
        var own = assets.Stylesheet(rightToLeft: false, new Dictionary<string, string>());

        var other = assets.Stylesheet(rightToLeft: false, new Dictionary<string, string> { ["ink"] = "#000000" });

        Assert.NotEqual(own, other);
        Assert.NotNull(assets.At(own["/assets/".Length..]));
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("../site.css")]
    [InlineData("")]
    public void A_name_without_its_hash_is_not_there(string file) => Assert.Null(new Assets().At(file));
}
