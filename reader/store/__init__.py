"""What is kept between days."""
