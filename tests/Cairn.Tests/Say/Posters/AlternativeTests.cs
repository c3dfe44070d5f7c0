using Cairn.Say.Posters.Rendering;

namespace Cairn.Tests.Say.Posters;

public sealed class AlternativeTests
{
    [Fact]
    public void The_words_of_a_picture_are_told_in_the_order_in_which_it_is_read()
    {
        foreach (var poster in Posters.All().Where(p => p.Content.Figure is null && p.Content.Short is null))
        {
            var texts = poster.Drawing.Texts.ToList();

            Assert.Equal(Posters.AsPrinted(poster, poster.Content.Headline), texts[0]);
            Assert.Contains(Posters.AsPrinted(poster, poster.Content.Notes.Demonstration!), texts[^1], StringComparison.Ordinal);
            Assert.StartsWith(poster.Job.Artwork.Alternative.In(poster.Job.Language), PosterWords.Alternative(poster), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_post_names_the_number_where_it_was_read_and_the_address()
    {
        var poster = Posters.Of("one-click", "en", "square");

        var post = PosterWords.Post(poster, "https://demonstration.invalid/a/social1").Split('\n');

        Assert.Equal("Get help to stop. No name needed. Stop It Now helpline: 0808 1000 900", post[1]);
        Assert.Equal("https://demonstration.invalid/a/social1", post[2]);
        Assert.Contains("not confirmed", post[3], StringComparison.Ordinal);
        Assert.StartsWith("Demonstration.", post[^1], StringComparison.Ordinal);
    }
}
